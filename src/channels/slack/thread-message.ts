import { z } from 'zod';

const Written = z.object({ ts: z.string(), thread_ts: z.string(), user: z.string(), text: z.string().default('') });

/** A message that a person wrote, edited or deleted in a thread, as Slack tells of it. */
export const ThreadMessage = z.union([
  z.object({
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
    ...Written.shape,
    channel: z.string(),
    files: z.array(z.unknown()).default([]),
    /** Bots' words are nobody's notes. */
    bot_id: z.undefined().optional(),
  }),
  z.object({
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: Written,
    previous_message: Written.partial(),
  }),
  z.object({ subtype: z.literal('message_deleted'), channel: z.string(), previous_message: Written }),
]);
export type ThreadMessage = z.infer<typeof ThreadMessage>;

/** The message itself: as it is, or, when it was deleted, as it was. */
export const writtenOf = (event: ThreadMessage): z.infer<typeof Written> =>
  event.subtype === 'message_changed'
    ? event.message
    : event.subtype === 'message_deleted'
      ? event.previous_message
      : event;

/** The words after `reply:`, which go to the shopper; null for a note. */
export const markedReply = (text: string): string | null => /^\s*reply:\s*([\s\S]*)$/i.exec(text)?.[1] ?? null;
