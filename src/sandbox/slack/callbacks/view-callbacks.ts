import { z } from 'zod';
import { readView } from '../blocks/read-view.js';
import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';
import { type FieldValues, type NamedView, wireView } from '../wire/wire-view.js';
import { formBody, payloadHead } from './payload-parts.js';
import type { Seat } from './triggers.js';

/** What became of a submitted modal. */
export type Submitted =
  | { readonly kind: 'taken' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly code: string };

const Answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

/** Submits the modal on top and does what the app answers: errors at fields, another view, close. */
export async function submitView(core: Core, seat: Seat, viewId: string, values: FieldValues): Promise<Submitted> {
  const view = core.views.stackOf(seat.client).at(-1);
  if (view?.id !== viewId) throw new SlackError('view_not_found');
  const outcome = await core.postToApp({
    contentType: 'application/x-www-form-urlencoded',
    body: formBody({
      type: 'view_submission',
      ...payloadHead(seat.user),
      trigger_id: core.triggers.make({ ...seat, viewId }),
      view: wireView(view, values),
      response_urls: [],
    }),
  });
  if (outcome.kind === 'failed') return { kind: 'failed', code: outcome.code };
  if (outcome.body.trim() === '') {
    core.views.close(seat.client, 'top');
    return { kind: 'taken' };
  }
  try {
    return followAnswer(core, seat, view, JSON.parse(outcome.body));
  } catch (error) {
    // whatever an app says that cannot be followed, its user sees one thing: trouble
    return { kind: 'failed', code: error instanceof SlackError ? error.code : 'invalid_response' };
  }
}

function followAnswer(core: Core, seat: Seat, view: NamedView, body: unknown): Submitted {
  const read = Answer.safeParse(body);
  if (!read.success) throw new SlackError('invalid_response');
  const answer = read.data;
  switch (answer.response_action) {
    case 'errors': {
      const inputs = new Set(
        view.content.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id),
      );
      const named = Object.keys(answer.errors);
      if (named.length === 0 || named.some((id) => !inputs.has(id))) throw new SlackError('invalid_response');
      return { kind: 'errors', errors: answer.errors };
    }
    case 'update':
      core.views.update({ viewId: view.id }, readView(answer.view, 'modal'));
      return { kind: 'taken' };
    case 'push':
      core.views.push(seat.client, readView(answer.view, 'modal'));
      return { kind: 'taken' };
    case 'clear':
      core.views.close(seat.client, 'all');
      return { kind: 'taken' };
  }
}

/** Closes the modal on top, or all below it too, and tells the app of those that asked to be told. */
export function closeView(core: Core, seat: Seat, which: 'top' | 'all'): void {
  const top = core.views.stackOf(seat.client).at(-1);
  const closed = core.views.close(seat.client, top?.content.clear_on_close ? 'all' : which);
  for (const view of closed.filter(({ content }) => content.notify_on_close)) {
    void core.postToApp({
      contentType: 'application/x-www-form-urlencoded',
      body: formBody({
        type: 'view_closed',
        ...payloadHead(seat.user),
        view: wireView(view),
        is_cleared: which === 'all',
      }),
    });
  }
}
