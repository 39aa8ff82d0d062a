import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import type { HandOffRules } from './hand-offs.js';

/** One escalation of an order, as everybody of the team may read it. */
export const OrderEscalation = z.object({
  escalationId: z.int(),
  orderNumber: OrderNumber,
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  /** The names of the escalation rules that fired. */
  rules: z.array(z.string()),
  owner: z.enum(['rep', 'lead', 'manager']),
  assignedTo: z.string().nullable(),
  priority: z.enum(['normal', 'high', 'urgent']),
  dueAt: Instant,
});
export type OrderEscalation = z.infer<typeof OrderEscalation>;

export interface NewEscalation extends Omit<HandOffRules, 'remindAt'> {
  readonly orderNumber: OrderNumber;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly assignedTo: string | null;
}

const columns = (sql: SqlOrTx) => sql`
  e.id as "escalationId", e.order_number as "orderNumber", e.reason, e.asked_by as "askedBy", e.asked_at as "askedAt",
  e.rules, e.owner, e.assigned_to as "assignedTo", e.priority, e.due_at as "dueAt"`;

/**
 * Puts an order before the team. One that is open already is not opened twice: it takes the new reason, rules, owner
 * and priority, whoever is named now, and keeps the earlier deadline. The caller holds the order's lock.
 */
export async function openEscalation(
  tx: Tx,
  escalation: NewEscalation,
): Promise<{ escalation: OrderEscalation; isNew: boolean }> {
  const [row] = await tx`
    insert into order_escalations as e
      (order_number, reason, asked_by, asked_at, rules, owner, assigned_to, priority, due_at)
    values (${escalation.orderNumber}, ${escalation.reason}, ${escalation.askedBy}, ${escalation.askedAt},
      ${[...escalation.rules]}, ${escalation.owner}, ${escalation.assignedTo}, ${escalation.priority}, ${escalation.dueAt})
    on conflict (order_number) where state = 'open' do update set reason = excluded.reason, rules = excluded.rules,
      owner = excluded.owner, assigned_to = coalesce(excluded.assigned_to, e.assigned_to),
      priority = excluded.priority, due_at = least(e.due_at, excluded.due_at)
    returning ${columns(tx)}, xmax = 0 as "isNew"`;
  return { escalation: OrderEscalation.parse(row), isNew: z.boolean().parse(row?.isNew) };
}

/** Closes an order's open escalation with what came of it; null when none is open. */
export async function closeEscalation(
  tx: Tx,
  { orderNumber, by, outcome, at }: { orderNumber: OrderNumber; by: string; outcome: string; at: Instant },
): Promise<OrderEscalation | null> {
  const [row] = await tx`
    update order_escalations e set state = 'closed', closed_at = ${at}, closed_by = ${by}, outcome = ${outcome}
    where order_number = ${orderNumber} and state = 'open' returning ${columns(tx)}`;
  return row ? OrderEscalation.parse(row) : null;
}

/** The open escalations, the urgent first, then by deadline; of one order alone when it is named. */
export async function openEscalations(sql: SqlOrTx, orderNumber?: OrderNumber): Promise<OrderEscalation[]> {
  const rows = await sql`
    select ${columns(sql)} from order_escalations e
    where e.state = 'open' and ${orderNumber === undefined ? sql`true` : sql`e.order_number = ${orderNumber}`}
    order by array_position(array['urgent', 'high', 'normal'], e.priority), e.due_at, e.id`;
  return rows.map((row) => OrderEscalation.parse(row));
}
