import type { Instant } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

export const OUTCOMES = ['solved', 'follow_up', 'no_answer', 'not_needed', 'returned'] as const;
export type HandOffOutcome = (typeof OUTCOMES)[number];

interface Person {
  readonly staffId: string;
  readonly name: string | null;
}

/** Gives an open hand-off to somebody. The caller holds its row. */
export async function claimHandOff(tx: Tx, id: number, { staffId, name }: Person, at: Instant): Promise<void> {
  await tx`update hand_offs set claimed_by = ${staffId}, claimed_name = ${name}, claimed_at = ${at} where id = ${id}`;
}

/** Notes when a person first answered. */
export async function answerHandOff(tx: Tx, id: number, at: Instant): Promise<void> {
  await tx`update hand_offs set answered_at = ${at} where id = ${id} and answered_at is null`;
}

/** Ends an open hand-off with what came of it. */
export async function endHandOff(
  tx: Tx,
  id: number,
  { by, outcome, at }: { by: string; outcome: HandOffOutcome; at: Instant },
): Promise<void> {
  await tx`
    update hand_offs set state = 'closed', closed_at = ${at}, closed_by = ${by}, outcome = ${outcome} where id = ${id}`;
}

/** Who leads a conversation from now on. A turn of the assistant's that has begun is still finished. */
export async function setMode(tx: Tx, id: ConversationId, mode: 'assistant' | 'person'): Promise<void> {
  await tx`update conversations set mode = ${mode} where id = ${id} and mode <> 'closed'`;
}

/**
 * Conversations of which the team is to be reminded: nobody has them at half time; or their time is up without an answer
 * while somebody has them, or no rank is above.
 */
export async function handOffsToChase(sql: SqlOrTx): Promise<ConversationId[]> {
  const rows = await sql<{ conversationId: ConversationId }[]>`
    select h.conversation_id as "conversationId" from hand_offs h join hand_off_rules r on r.hand_off_id = h.id
    where h.state = 'open' and h.answered_at is null and (
      (r.remind_at <= business_now() and r.due_at > business_now() and h.claimed_at is null and not exists (
        select from hand_off_entries e where e.hand_off_id = h.id and e.kind = 'reminded' and e.text = r.owner))
      or (r.due_at <= business_now() and (h.claimed_at is not null or r.owner = 'manager') and not exists (
        select from hand_off_entries e where e.hand_off_id = h.id and e.kind = 'late' and e.text = r.owner)))
    order by r.due_at`;
  return rows.map(({ conversationId }) => conversationId);
}

/** Conversations with a reply of which it is known by now whether it went out, and whose thread does not say so yet. */
export async function repliesSettled(sql: SqlOrTx): Promise<ConversationId[]> {
  const rows = await sql<{ conversationId: ConversationId }[]>`
    select distinct h.conversation_id as "conversationId"
    from hand_off_entries e join hand_offs h on h.id = e.hand_off_id
      join hand_off_threads t on t.conversation_id = h.conversation_id and t.shown_entry >= e.id
      join outbox o on o.idempotency_key = 'message:' || e.message_id
    where e.kind = 'reply' and e.delivery is null and o.state in ('sent', 'dead')`;
  return rows.map(({ conversationId }) => conversationId);
}
