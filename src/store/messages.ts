import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const MessageRow = z.object({
  seq: z.int(),
  author: z.enum(['shopper', 'assistant', 'person']),
  body: z.record(z.string(), z.unknown()),
  at: Instant,
});
export type MessageRecord = z.infer<typeof MessageRow>;

/** The transcript after a watermark, oldest first. */
export async function messagesAfter(
  sql: SqlOrTx,
  conversationId: ConversationId,
  seq: number,
  most = 500,
): Promise<MessageRecord[]> {
  const rows = await sql`
    select seq, author, body, at from messages where conversation_id = ${conversationId} and seq > ${seq} order by seq limit ${most}`;
  return rows.map((row) => MessageRow.parse(row));
}

/** The newest messages before `seq`, oldest first. */
export async function messagesBefore(
  sql: SqlOrTx,
  conversationId: ConversationId,
  seq: number,
  most: number,
): Promise<MessageRecord[]> {
  const rows = await sql`
    select seq, author, body, at from messages where conversation_id = ${conversationId} and seq < ${seq} order by seq desc limit ${most}`;
  return rows.map((row) => MessageRow.parse(row)).reverse();
}

/** The seq of the newest message from the shop's side, or 0. */
export async function lastReplySeq(sql: SqlOrTx, conversationId: ConversationId): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`
    select seq from messages where conversation_id = ${conversationId} and author <> 'shopper' order by seq desc limit 1`;
  return row?.seq ?? 0;
}
