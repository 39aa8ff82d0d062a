import { z } from 'zod';
import type { StaffPrincipal, StaffRole } from '../../tools/principal.js';
import { readArguments } from './arguments/read-arguments.js';
import { type Arrived, type Deed, Place } from './arrival.js';
import { createHandling, type HandlingDeps, privately, type Whereabouts } from './create-handling.js';
import { rolesOf } from './define-command.js';
import type { Faults } from './define-view.js';
import type { Handlers } from './handlers.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';
import * as say from './say.js';

/** A deed of somebody who may do it, read and ready; or what to answer instead. */
export type Prepared =
  | { readonly kind: 'answered'; readonly posts: readonly Post[] }
  | {
      readonly kind: 'ready';
      readonly where: Whereabouts;
      readonly open?: (() => Promise<Opening | null>) | undefined;
      readonly check?: (() => Promise<Faults>) | undefined;
      readonly run?: (() => Promise<readonly Post[]>) | undefined;
    };

/** Who did it, under which key its effects are kept. */
interface Doer {
  readonly staff: StaffPrincipal | null;
  readonly key: string;
}

/** Finds what answers a deed, checks the role and reads what was given. Does nothing yet. */
export async function prepare(deed: Deed, { staff, key }: Doer, deps: HandlingDeps): Promise<Prepared> {
  const where = deed.kind === 'view' ? { ...deed, ...envelopeOf(deed) } : deed;
  const answer = (message: Parameters<typeof privately>[1]): Prepared => ({
    kind: 'answered',
    posts: [privately(where, message)],
  });
  if (!staff) return answer(say.noRole());
  const found = findHandler(deed, deps.handlers);
  if (found.kind === 'none') return found.message ? answer(found.message) : { kind: 'answered', posts: [] };
  const allowed = rolesOf(found);
  if (!allowed.includes(staff.kind)) return answer(say.otherRole(staff.kind, allowed));
  const bound = found.bind(await createHandling(deps, { staff, key, where }));
  return 'message' in bound ? answer(bound.message) : { kind: 'ready', where, ...bound };
}

type Bound =
  | Pick<Extract<Prepared, { kind: 'ready' }>, 'open' | 'check' | 'run'>
  | { readonly message: Parameters<typeof privately>[1] };
type FoundHandler =
  | { readonly kind: 'none'; readonly message?: Parameters<typeof privately>[1] }
  | {
      readonly kind: 'found';
      readonly roles?: readonly StaffRole[] | undefined;
      readonly bind: (handling: Handling) => Bound;
    };

function findHandler(deed: Deed, handlers: Handlers): FoundHandler {
  switch (deed.kind) {
    case 'command':
      return findCommand(deed, handlers);
    case 'action':
      return findAction(deed, handlers);
    case 'view':
      return findView(deed, handlers);
    case 'shortcut': {
      const shortcut = handlers.shortcuts.find(({ id }) => id === deed.shortcutId);
      if (!shortcut) return { kind: 'none', message: say.gone() };
      const { open, run } = shortcut;
      return {
        kind: 'found',
        roles: shortcut.roles,
        bind: (handling) => ({
          open: open && (() => open(deed, handling)),
          run: run && (() => run(deed, handling)),
        }),
      };
    }
  }
}

function findCommand({ text }: Arrived<'command'>, { commands }: Handlers): FoundHandler {
  const [, typed = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const name = typed === '' ? 'help' : typed.toLowerCase();
  const command = commands.find((one) => one.name === name);
  if (!command) return { kind: 'none', message: say.unknownCommand(typed, commands) };
  return {
    kind: 'found',
    roles: command.roles,
    bind(handling) {
      const read = readArguments(command.arguments, rest);
      if (read.kind === 'missing') return { message: say.missing(read.what, command) };
      if (read.kind === 'not_understood') return { message: say.notUnderstood(read.words, command) };
      const { open, run } = command;
      return {
        open: open && (() => open(read.input, handling)),
        run: run && (() => run(read.input, handling)),
      };
    },
  };
}

function findAction({ actionId, value }: Arrived<'action'>, { actions }: Handlers): FoundHandler {
  const action = actions.find(({ id }) => actionId === id || actionId.startsWith(`${id}:`));
  // a button that only leads to a page tells us so as well
  if (!action) return { kind: 'none' };
  return {
    kind: 'found',
    roles: action.roles,
    bind(handling) {
      const read = action.value.safeParse(readValue(value));
      if (!read.success) return { message: say.gone() };
      const { open, run } = action;
      return {
        open: open && (() => open(read.data, handling)),
        run: run && (() => run(read.data, handling)),
      };
    },
  };
}

/** A button's value is JSON that we wrote; what somebody chose may be any text. */
function readValue(value: string | null): unknown {
  try {
    const read: unknown = JSON.parse(value ?? '{}');
    return typeof read === 'object' ? read : { chosen: value };
  } catch {
    return { chosen: value };
  }
}

function findView(deed: Arrived<'view'>, { views }: Handlers): FoundHandler {
  const view = views.find(({ id }) => id === deed.viewId);
  if (!view) return { kind: 'none', message: say.gone() };
  return {
    kind: 'found',
    roles: view.roles,
    bind(handling) {
      const keeps = view.keeps.safeParse(envelopeOf(deed).keeps);
      if (!keeps.success) return { message: say.gone() };
      const answers = view.answers.safeParse(deed.values);
      if (!answers.success) return { check: async () => faultsOf(answers.error) };
      return {
        check: view.check && (() => view.check?.(answers.data, keeps.data, handling) ?? Promise.resolve({})),
        open: view.next && (() => view.next?.(answers.data, keeps.data, handling) ?? Promise.resolve(null)),
        run: () => view.run(answers.data, keeps.data, handling),
      };
    },
  };
}

/** The first fault of each answer, at its field. */
const faultsOf = ({ issues }: z.ZodError): Faults =>
  Object.fromEntries([...issues].reverse().map(({ path, message }) => [String(path[0]), message]));

/** What a modal carries with it beside what its handler keeps: where it was opened, so that the answer goes there. */
const Envelope = z.object({
  keeps: z.record(z.string(), z.unknown()),
  place: Place.nullable(),
  responseUrl: z.string().nullable(),
});
type Envelope = z.infer<typeof Envelope>;

export const seal = (envelope: Envelope): string => JSON.stringify(envelope);

/** Where a modal was opened and what it keeps; nothing of it for one that is not ours. */
export function envelopeOf({ kept }: Arrived<'view'>): Envelope {
  try {
    return Envelope.parse(JSON.parse(kept));
  } catch {
    return { keeps: {}, place: null, responseUrl: null };
  }
}
