import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

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

/** Something said to the shopper outside a turn. */
export interface NewMessage {
  readonly conversationId: ConversationId;
  readonly author: 'assistant' | 'person';
  readonly body: { readonly text: string; readonly [key: string]: unknown };
}

const Placed = z.object({ id: z.int(), seq: z.int() });

/**
 * Adds a message to the transcript and to the outbox of the conversation's channel, under the key `message:<id>`. The
 * conversation's row is locked meanwhile, as it is by a turn that ends.
 */
export async function addMessage(
  tx: Tx,
  { conversationId, author, body }: NewMessage,
): Promise<z.infer<typeof Placed>> {
  const [row] = await tx`
    with numbered as (
      update conversations set last_seq = last_seq + 1 where id = ${conversationId} returning id, channel, last_seq
    ), said as (
      insert into messages (conversation_id, seq, author, body)
      select id, last_seq, ${author}, ${tx.json(body as never)} from numbered returning id, seq
    ), outgoing as (
      insert into outbox (idempotency_key, channel, conversation_id, payload)
      select 'message:' || said.id, channel, numbered.id, jsonb_build_object('seq', seq, 'text', ${body.text}::text)
      from numbered, said
    )
    select id, seq from said`;
  return Placed.parse(row);
}
