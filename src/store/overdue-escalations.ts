import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import type { SqlOrTx, Tx } from './connect.js';

const AnyRow = z.object({ any: z.boolean() });

/** Whether a request for a person or an escalated order is past its deadline and has somebody above it to go to. */
export async function isAnythingOverdue(sql: SqlOrTx): Promise<boolean> {
  const [row] = await sql`
    select exists (
        select from hand_off_rules r join hand_offs h on h.id = r.hand_off_id
        where h.state = 'open' and h.claimed_at is null and h.answered_at is null and r.owner <> 'manager' and r.due_at <= business_now())
      or exists (
        select from order_escalations where state = 'open' and owner <> 'manager' and due_at <= business_now()) as any`;
  return AnyRow.parse(row).any;
}

const RaisedRow = z.object({ handOffs: z.int(), orders: z.int() });
export type Raised = z.infer<typeof RaisedRow>;

/**
 * Gives what is past its deadline to the next rank, with a deadline of its own. An order's escalation is for anybody of
 * that rank then: the colleague it was for has missed it. Returns how many there were.
 */
export async function raiseOverdue(
  tx: Tx,
  { now, dueAt, remindAt }: { readonly now: Instant; readonly dueAt: Instant; readonly remindAt: Instant },
): Promise<Raised> {
  const [row] = await tx`
    with unseen as (
      select id, conversation_id from hand_offs
      where state = 'open' and claimed_at is null and answered_at is null for update
    ), handed as (
      update hand_off_rules r set owner = ${above(tx)}, due_at = ${dueAt}, remind_at = ${remindAt} from unseen h
      where h.id = r.hand_off_id and r.owner <> 'manager' and r.due_at <= ${now}
      returning h.id, h.conversation_id, r.owner
    ), entered as (
      insert into hand_off_entries (hand_off_id, kind, text) select id, 'overdue', owner from handed
    ), escalated as (
      update order_escalations r set owner = ${above(tx)}, due_at = ${dueAt}, assigned_to = null
      where r.state = 'open' and r.owner <> 'manager' and r.due_at <= ${now} returning r.id
    )
    select (
        select count(enqueue_job('hand-off-thread', jsonb_build_object('conversationId', conversation_id), conversation_id))
        from handed) as shown,
      (select count(*)::int from handed) as "handOffs", (select count(*)::int from escalated) as orders`;
  return RaisedRow.parse(row);
}

const above = (tx: Tx) => tx`case r.owner when 'rep' then 'lead' else 'manager' end`;
