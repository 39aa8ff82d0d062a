import { z } from 'zod';
import type { ConversationId } from '../../domain/kernel/ids.js';
import type { MessageRecord } from '../../store/messages.js';

/** One frame of the stream, or one answer to polling. The watermark is the seq of the last message looked at. */
export interface ActivitySet {
  readonly activities: readonly object[];
  readonly watermark?: string;
}

export interface WireContext {
  readonly conversationId: ConversationId;
  /** Shown as the sender of what the assistant says. */
  readonly assistantName: string;
}

/** Where a client left off; nothing or an empty text is the beginning. Null when it is no watermark of ours. */
export function readWatermark(text: unknown): number | null {
  if (text === undefined || text === '') return 0;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The id of a message on the wire: the conversation and the message's place in it. */
export const activityId = (conversationId: ConversationId, seq: number): string =>
  `${conversationId}|${String(seq).padStart(7, '0')}`;

/** Transcript rows as a client gets them. Events are not shown, but the watermark moves past them. */
export function activitySet(rows: readonly MessageRecord[], seenUpTo: number, context: WireContext): ActivitySet {
  return {
    activities: rows.filter(({ body }) => body.type === 'message').map((row) => wireActivity(row, context)),
    watermark: String(rows.at(-1)?.seq ?? seenUpTo),
  };
}

/** Says that the shop's side is writing. It is not part of the transcript and moves no watermark. */
export function typingSet({ conversationId, assistantName }: WireContext): ActivitySet {
  return {
    activities: [{ type: 'typing', ...envelope(conversationId, new Date().toISOString()), from: desk(assistantName) }],
  };
}

function wireActivity(
  { seq, author, body, at }: MessageRecord,
  { conversationId, assistantName }: WireContext,
): object {
  return {
    ...body,
    id: activityId(conversationId, seq),
    ...envelope(conversationId, at),
    // the shopper's `from` was stored from the token; the shop's side is named here
    ...(author !== 'shopper' && { from: desk(personName(body) ?? assistantName) }),
  };
}

const envelope = (conversationId: ConversationId, timestamp: string) => ({
  timestamp,
  channelId: 'directline',
  conversation: { id: conversationId },
});

const desk = (name: string) => ({ id: 'desk', name, role: 'bot' });

const FromPerson = z.object({ channelData: z.object({ personName: z.string() }) });

function personName(body: Record<string, unknown>): string | undefined {
  return FromPerson.safeParse(body).data?.channelData.personName;
}
