import { z } from 'zod';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';
import type { Lease } from './conversations.js';

export interface Arrival {
  readonly channel: string;
  /** The sender's own id of the message: unique per channel, so that a retry is recognised. */
  readonly externalId: string;
  readonly conversationId: ConversationId;
  readonly payload: Record<string, unknown>;
  /** The message as the transcript shows it. */
  readonly body: Record<string, unknown>;
  /** `shopper` unless the shop's own side wrote it. */
  readonly author?: 'shopper' | 'assistant';
}

export type Stored =
  | { readonly kind: 'stored'; readonly seq: number }
  | { readonly kind: 'duplicate'; readonly seq: number | null };

/**
 * Stores a message before it is acknowledged: inbox row and transcript row in one statement. The conversation's row is
 * locked meanwhile, so seq has no gaps and follows commit order. A message already stored is a duplicate and changes nothing.
 */
export async function storeArrival(sql: SqlOrTx, arrival: Arrival): Promise<Stored> {
  const { channel, externalId, conversationId, author = 'shopper' } = arrival;
  const [row] = await sql<{ seq: number }[]>`
    with arrived as (
      insert into inbox (channel, external_id, conversation_id, payload)
      values (${channel}, ${externalId}, ${conversationId}, ${sql.json(arrival.payload as never)})
      on conflict on constraint each_message_once do nothing returning id
    ), numbered as (
      update conversations c set last_seq = last_seq + 1 from arrived where c.id = ${conversationId} returning c.last_seq, arrived.id
    )
    insert into messages (conversation_id, seq, author, body, inbox_id)
    select ${conversationId}, last_seq, ${author}, ${sql.json(arrival.body as never)}, id from numbered
    returning seq`;
  if (row) return { kind: 'stored', seq: row.seq };
  const [known] = await sql<{ seq: number }[]>`
    select m.seq from inbox i join messages m on m.inbox_id = i.id where i.channel = ${channel} and i.external_id = ${externalId}`;
  return { kind: 'duplicate', seq: known?.seq ?? null };
}

const WaitingRow = z.object({
  id: z.int(),
  seq: z.int(),
  externalId: z.string(),
  payload: z.record(z.string(), z.unknown()),
  attempts: z.int(),
});
export type Waiting = z.infer<typeof WaitingRow>;

/** The next message of a conversation that nobody has answered, in the transcript's order. */
export async function nextWaiting(sql: SqlOrTx, conversationId: ConversationId): Promise<Waiting | null> {
  const [row] = await sql`
    select i.id, m.seq, i.external_id as "externalId", i.payload, i.attempts from inbox i join messages m on m.inbox_id = i.id
    where i.conversation_id = ${conversationId} and i.state = 'waiting' order by m.seq limit 1`;
  return row ? WaitingRow.parse(row) : null;
}

/** A message whose turn failed this often is set aside, so that the conversation goes on. */
export const MOST_ATTEMPTS = 5;

/**
 * Notes a failed turn. Returns the attempts so far; the row is dead once they reach MOST_ATTEMPTS. Null, with nothing
 * noted, when it is settled already, or another worker holds the conversation: then it is that worker's affair.
 */
export async function noteFailedTurn(
  sql: SqlOrTx,
  { conversationId, fence }: Lease,
  id: number,
  error: string,
): Promise<number | null> {
  const [row] = await sql<{ attempts: number }[]>`
    update inbox i set attempts = i.attempts + 1, last_error = ${error.slice(0, 500)},
      state = case when i.attempts + 1 >= ${MOST_ATTEMPTS} then 'dead' else i.state end
    from conversations c
    where i.id = ${id} and i.state = 'waiting' and c.id = ${conversationId} and c.fence = ${fence}
    returning i.attempts`;
  return row?.attempts ?? null;
}
