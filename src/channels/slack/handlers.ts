import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Action } from './define-action.js';
import type { Command } from './define-command.js';
import type { SlackEvent } from './define-event.js';
import type { Shortcut } from './define-shortcut.js';
import type { View } from './define-view.js';

/** Everything that answers something done in Slack. */
export interface Handlers {
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly views: readonly View[];
  readonly shortcuts: readonly Shortcut[];
  readonly events: readonly SlackEvent[];
}

const Module = z.object({ default: z.looseObject({}) });

/** Finds every handler by its folder: a new file in commands/ is a new command. Throws when two bear one name. */
export async function loadHandlers(): Promise<Handlers> {
  const [commands, actions, views, shortcuts, events] = await Promise.all([
    load<Command>('commands', ({ name }) => name),
    load<Action>('actions', ({ id }) => id),
    load<View>('views', ({ id }) => id),
    load<Shortcut>('shortcuts', ({ id }) => id),
    load<SlackEvent>('events', ({ type }) => type),
  ]);
  return { commands, actions, views, shortcuts, events };
}

async function load<Handler>(folder: string, nameOf: (handler: Handler) => string): Promise<Handler[]> {
  const place = new URL(`./${folder}/`, import.meta.url);
  const files = await readdir(place).catch(() => []);
  const sources = files.filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).sort();
  const handlers = await Promise.all(
    sources.map(async (file) => Module.parse(await import(new URL(file, place).href)).default as unknown as Handler),
  );
  const names = handlers.map(nameOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two files in ${folder}/ answer ${twice}`);
  return handlers;
}
