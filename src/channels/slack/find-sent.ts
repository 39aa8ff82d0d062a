import { z } from 'zod';
import type { Sql } from '../../store/connect.js';
import type { Claimed } from '../../store/outbox.js';
import { type SlackMessage, slackMessage } from '../../store/slack-messages.js';
import type { Post } from './posts.js';
import { metadataOf } from './send-post.js';
import type { Called, WebApi } from './web-api.js';

/** What a look through a channel's history found. */
export type Found =
  | { readonly kind: 'found'; readonly landed: SlackMessage }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not_known'; readonly afterSeconds: number; readonly error: string };

const Page = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string(), event_payload: z.looseObject({ key: z.string().optional() }) })
        .optional(),
    }),
  ),
});

/** Clocks differ, and a row is a little older than its message. */
const LOOK_BACK_SECONDS = 60;
const ASK_AGAIN_SECONDS = 10;

/** Looks for a message of ours by its metadata, where it would stand if it had gone out. */
export async function findSent(
  { channel, under }: Extract<Post, { method: 'chat.postMessage' }>,
  row: Claimed,
  { sql, api }: { readonly sql: Sql; readonly api: WebApi },
): Promise<Found> {
  const parent = under && ('named' in under ? await slackMessage(sql, under.named) : { channel, ts: under.ts });
  if (parent === null) return { kind: 'missing' };
  const where = await placeOf(parent?.channel ?? channel, api);
  if (typeof where !== 'string') return notKnown(where);
  const called = await api(parent ? 'conversations.replies' : 'conversations.history', {
    channel: where,
    ...(parent && { ts: parent.ts }),
    oldest: String(Date.parse(row.madeAt) / 1_000 - LOOK_BACK_SECONDS),
    include_all_metadata: true,
    limit: 200,
  });
  if (called.kind !== 'ok') return notKnown(called);
  const { key } = metadataOf(row).event_payload;
  const own = Page.parse(called.result).messages.find(({ metadata }) => metadata?.event_payload.key === key);
  return own ? { kind: 'found', landed: { channel: where, ts: own.ts } } : { kind: 'missing' };
}

const Opened = z.object({ channel: z.object({ id: z.string() }) });

/** A message to a person stands in the channel the two share. */
async function placeOf(channel: string, api: WebApi): Promise<string | Called> {
  if (!/^[UW]/.test(channel)) return channel;
  const opened = await api('conversations.open', { users: channel });
  return opened.kind === 'ok' ? Opened.parse(opened.result).channel.id : opened;
}

const notKnown = (called: Called): Found => ({
  kind: 'not_known',
  afterSeconds: called.kind === 'limited' ? called.afterSeconds : ASK_AGAIN_SECONDS,
  error: 'error' in called ? called.error : called.kind,
});
