import { randomBytes } from 'node:crypto';
import type { ViewContent } from './blocks/read-view.js';
import type { Clock } from './clock.js';
import { SlackError } from './slack-error.js';
import { makeId } from './state/make-id.js';
import type { NamedView } from './wire/wire-view.js';

/** The modals open in each tab, the one on top last. They are gone when the process is, as in Slack on a reload. */
export interface OpenViews {
  stackOf(client: string): readonly NamedView[];
  /** Shows a modal alone. */
  open(client: string, content: ViewContent): NamedView;
  /** Lays a modal on top. Throws push_limit_reached over three. */
  push(client: string, content: ViewContent): NamedView;
  /** Changes a modal in place. Throws not_found, or hash_conflict when it changed since `hash`. */
  update(
    by: { readonly viewId?: string; readonly externalId?: string; readonly hash?: string },
    content: ViewContent,
  ): NamedView;
  /** Takes the top one away, or all; returns what went, top first. */
  close(client: string, which: 'top' | 'all'): readonly NamedView[];
  onChange(listener: (client: string) => void): void;
}

const MOST = 3;

export function createOpenViews(clock: Clock): OpenViews {
  const stacks = new Map<string, readonly NamedView[]>();
  const listeners = new Set<(client: string) => void>();

  function set(client: string, stack: readonly NamedView[]): void {
    if (stack.length === 0) stacks.delete(client);
    else stacks.set(client, stack);
    for (const listener of listeners) listener(client);
  }

  function named(content: ViewContent, below: NamedView | undefined): NamedView {
    if (content.external_id !== undefined && find({ externalId: content.external_id }))
      throw new SlackError('duplicate_external_id');
    const id = makeId('V');
    return { id, hash: makeHash(clock), rootId: below?.rootId ?? id, previousId: below?.id ?? null, content };
  }

  function find({ viewId, externalId }: { viewId?: string | undefined; externalId?: string | undefined }) {
    for (const [client, stack] of stacks) {
      const view = stack.find(({ id, content }) =>
        viewId === undefined ? content.external_id === externalId : id === viewId,
      );
      if (view) return { client, stack, view };
    }
    return undefined;
  }

  return {
    stackOf: (client) => stacks.get(client) ?? [],
    open(client, content) {
      const view = named(content, undefined);
      set(client, [view]);
      return view;
    },
    push(client, content) {
      const stack = stacks.get(client) ?? [];
      if (stack.length >= MOST) throw new SlackError('push_limit_reached');
      const view = named(content, stack.at(-1));
      set(client, [...stack, view]);
      return view;
    },
    update(by, content) {
      const found = by.viewId === undefined && by.externalId === undefined ? undefined : find(by);
      if (!found) throw new SlackError('not_found');
      if (by.hash !== undefined && by.hash !== found.view.hash) throw new SlackError('hash_conflict');
      const changed = { ...found.view, hash: makeHash(clock), content };
      set(
        found.client,
        found.stack.map((view) => (view.id === changed.id ? changed : view)),
      );
      return changed;
    },
    close(client, which) {
      const stack = stacks.get(client) ?? [];
      const left = which === 'all' ? [] : stack.slice(0, -1);
      set(client, left);
      return stack.slice(left.length).reverse();
    },
    onChange(listener) {
      listeners.add(listener);
    },
  };
}

export const makeHash = (clock: Clock): string =>
  `${Math.floor(clock.now() / 1_000)}.${randomBytes(4).toString('hex')}`;
