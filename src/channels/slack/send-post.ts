import type { Sql } from '../../store/connect.js';
import type { Claimed } from '../../store/outbox.js';
import { type SlackMessage, slackMessage } from '../../store/slack-messages.js';
import type { Message } from './blocks/schemas.js';
import type { Post } from './posts.js';
import { answerAt } from './response-url.js';
import type { Called, WebApi } from './web-api.js';

/** What came of one try. `landed`: the channel and time stamp by which Slack knows the message. */
export type Attempt =
  | { readonly kind: 'sent'; readonly landed: SlackMessage | null }
  /** The message it belongs to has not gone out itself. */
  | { readonly kind: 'not_yet'; readonly error: string }
  | Exclude<Called, { kind: 'ok' }>;

interface Deps {
  readonly sql: Sql;
  readonly api: WebApi;
  /** Hosts on which Slack takes answers. */
  readonly responseHosts: readonly string[];
}

/** Sends one post. When Slack cannot show its blocks, the text goes alone: somebody waits for it. */
export async function sendPost(post: Post, row: Claimed, deps: Deps): Promise<Attempt> {
  const attempt = await send(post, row, deps);
  if (attempt.kind !== 'refused' || attempt.error !== 'invalid_blocks' || !('message' in post)) return attempt;
  return send({ ...post, message: { text: post.message.text } }, row, deps);
}

async function send(post: Post, row: Claimed, { sql, api, responseHosts }: Deps): Promise<Attempt> {
  switch (post.method) {
    case 'chat.postMessage': {
      const { channel, under, broadcast, message } = post;
      const parent = under && ('named' in under ? await slackMessage(sql, under.named) : { channel, ts: under.ts });
      if (parent === null) return NOT_YET;
      return sent(
        await api(post.method, {
          ...shown(message),
          channel: parent?.channel ?? channel,
          ...(parent && { thread_ts: parent.ts, ...(broadcast && { reply_broadcast: true }) }),
          metadata: metadataOf(row),
        }),
      );
    }
    case 'chat.update': {
      const of = await slackMessage(sql, post.of.named);
      return of ? sent(await api(post.method, { ...shown(post.message), ...of })) : NOT_YET;
    }
    case 'chat.postEphemeral': {
      const { channel, user, thread, message } = post;
      const told = await api(post.method, { ...shown(message), channel, user, ...(thread && { thread_ts: thread }) });
      return told.kind === 'refused' ? toPerson(user, message, row, api) : sent(told);
    }
    case 'reactions.add': {
      const called = await api(post.method, { channel: post.channel, timestamp: post.ts, name: post.sign });
      const isThere = called.kind === 'refused' && called.error === 'already_reacted';
      return isThere ? { kind: 'sent', landed: null } : sent(called);
    }
    case 'views.publish':
      return sent(await api(post.method, { user_id: post.user, view: post.view }));
    case 'response_url': {
      const answered = await answerAt(post, row, responseHosts);
      return answered.kind === 'refused' ? toPerson(post.user, post.message, row, api) : sent(answered);
    }
  }
}

/** Where Slack takes no private answer (any more), the person's own messages with the desk are left. */
const toPerson = async (user: string, message: Message, row: Claimed, api: WebApi): Promise<Attempt> =>
  sent(await api('chat.postMessage', { ...shown(message), channel: user, metadata: metadataOf(row) }));

const NOT_YET: Attempt = { kind: 'not_yet', error: 'the message it belongs to has not gone out' };

const shown = ({ text, blocks }: Message) => ({ text, ...(blocks && { blocks }), unfurl_links: false });

/** By this a message is found again when its sending was cut off. */
export const metadataOf = ({ idempotencyKey }: Claimed) => ({
  event_type: 'desk',
  event_payload: { key: idempotencyKey },
});

function sent(called: Called): Attempt {
  if (called.kind !== 'ok') return called;
  const { channel, ts } = called.result;
  return { kind: 'sent', landed: typeof channel === 'string' && typeof ts === 'string' ? { channel, ts } : null };
}
