import { z } from 'zod';
import type { Tx } from '../../store/connect.js';
import { addToOutbox } from '../../store/outbox.js';
import { Home, Message } from './blocks/schemas.js';

/** Name of the outbox channel. */
export const CHANNEL = 'slack';

/** A message of ours by the name it was stored under. */
const Named = z.object({ named: z.string().min(1) });

/**
 * Something to send to Slack. `storeAs` keeps where a message landed under a name of ours, so that later it can be
 * changed (`chat.update`) or answered in its thread (`under`).
 */
export const Post = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('chat.postMessage'),
    /** A channel's id, or a person's for their own messages with the desk. */
    channel: z.string(),
    under: z.union([Named, z.object({ ts: z.string() })]).optional(),
    storeAs: z.string().optional(),
    /** In a thread: shown in the channel as well. */
    broadcast: z.boolean().optional(),
    message: Message,
  }),
  z.object({ method: z.literal('chat.update'), of: Named, message: Message }),
  /** Only one person sees it. */
  z.object({
    method: z.literal('chat.postEphemeral'),
    channel: z.string(),
    user: z.string(),
    thread: z.string().optional(),
    message: Message,
  }),
  /** The answer to a command or a press: private, or in the place of the message that bears the button. */
  z.object({
    method: z.literal('response_url'),
    url: z.string(),
    user: z.string(),
    replaces: z.boolean(),
    message: Message,
  }),
  /** A sign on somebody's message. Names are Slack's, such as memo. */
  z.object({ method: z.literal('reactions.add'), channel: z.string(), ts: z.string(), sign: z.string() }),
  z.object({ method: z.literal('views.publish'), user: z.string(), view: Home }),
]);
export type Post = z.infer<typeof Post>;

/** Posts of one lane go out in the order in which they were stored. */
export function laneOf(post: Post): string {
  switch (post.method) {
    case 'chat.postMessage':
      return post.channel;
    case 'chat.update':
      return `of ${post.of.named}`;
    case 'reactions.add':
      return `on ${post.channel}`;
    case 'views.publish':
      return `home of ${post.user}`;
    default:
      return `to ${post.user}`;
  }
}

/**
 * Stores posts for sending, in the transaction of what caused them. The same key stores them once. Throws z.ZodError for
 * one that Slack would refuse.
 */
export async function storePosts(tx: Tx, key: string, posts: readonly Post[]): Promise<void> {
  await addToOutbox(
    tx,
    posts.map((post, place) => ({
      key: `${key}:${place}`,
      channel: CHANNEL,
      lane: laneOf(post),
      payload: Post.parse(post),
    })),
  );
}
