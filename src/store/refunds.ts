import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { type Currency, Money, money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';

export interface OwedRefund {
  readonly orderNumber: OrderNumber;
  /** The cancelled lines it pays back, or the one that is sent as a cheaper substitute. */
  readonly orderLineIds: readonly OrderLineId[];
  readonly amount: Money;
  readonly method: string;
  readonly reason: string;
  readonly owedSince: Instant;
  readonly sendBy: LocalDate;
  /** The swap that leaves it over; absent for a cancellation. */
  readonly swapId?: number;
}

/** Records that money is owed back for some lines. A second refund for the same lines throws, unless the first was refused. */
export async function recordRefund(tx: Tx, refund: OwedRefund): Promise<void> {
  await tx`insert into refunds ${tx({
    order_number: refund.orderNumber,
    order_line_ids: [...refund.orderLineIds],
    amount_cents: refund.amount.cents,
    currency: refund.amount.currency,
    method: refund.method,
    reason: refund.reason,
    owed_since: refund.owedSince,
    send_by: refund.sendBy,
    swap_id: refund.swapId ?? null,
  })}`;
}

/** All that is owed or was sent back for what was cancelled of an order; a refund that was refused does not count. */
export async function refundedSoFar(sql: SqlOrTx, number: OrderNumber, currency: Currency): Promise<Money> {
  const rows =
    await sql`select coalesce(sum(amount_cents), 0)::bigint as cents from refunds where order_number = ${number} and state <> 'refused' and swap_id is null`;
  return money(z.int().parse(rows[0]?.cents), currency);
}

const RefundRow = z.object({
  id: z.int(),
  orderNumber: OrderNumber,
  orderLineIds: z.array(OrderLineId),
  amount: Money,
  method: z.string(),
  owedSince: Instant,
  sendBy: LocalDate,
  state: z.enum(['owed', 'requested', 'sent']),
  sentAt: Instant.nullable(),
  /** The swap that left it over; null for a cancellation. */
  swapId: z.int().nullable(),
});
export type RefundRecord = z.infer<typeof RefundRow>;

const columns = (sql: SqlOrTx) => sql`
  r.id, r.order_number as "orderNumber", r.order_line_ids as "orderLineIds",
  jsonb_build_object('cents', r.amount_cents, 'currency', r.currency) as amount, r.method, r.owed_since as "owedSince", r.send_by as "sendBy",
  r.state, r.sent_at as "sentAt", r.swap_id as "swapId"`;

/** The refunds of an order, oldest first; one for a cancellation the shop refused is none. */
export async function refundsOf(sql: SqlOrTx, number: OrderNumber): Promise<RefundRecord[]> {
  const rows = await sql`
    select ${columns(sql)} from refunds r where r.order_number = ${number} and r.state <> 'refused' order by r.id`;
  return rows.map((row) => RefundRow.parse(row));
}

/**
 * Refunds that are owed for swaps and for lines which are cancelled, and that the shop's system was never asked for: made
 * before one was connected, or by another way than a request to it. Oldest first.
 */
export async function refundsToAskFor(sql: SqlOrTx, most: number): Promise<RefundRecord[]> {
  const rows = await sql`
    select ${columns(sql)} from refunds r
    where r.state = 'owed'
      and not exists (select from shop_requests q where q.key = 'refund:' || r.id)
      and (r.swap_id is not null
        or not exists (select from order_lines l where l.id = any(r.order_line_ids) and l.state <> 'cancelled'))
    order by r.id limit ${most}`;
  return rows.map((row) => RefundRow.parse(row));
}

/**
 * Moves a refund on; the caller holds the order. `refused`: its cancellation was, so that nothing is owed. False when
 * it stands elsewhere.
 */
export async function moveRefund(
  tx: Tx,
  id: number,
  from: RefundRecord['state'],
  to: 'owed' | 'requested' | 'refused',
): Promise<boolean> {
  const moved = await tx`update refunds set state = ${to} where id = ${id} and state = ${from}`;
  return moved.count === 1;
}

/** The money is on its way: said only on the receipt of whoever sent it. */
export async function markRefundSent(tx: Tx, id: number, receipt: string, at: Instant): Promise<void> {
  const sent = await tx`
    update refunds set state = 'sent', receipt = ${receipt}, sent_at = ${at} where id = ${id} and state = 'requested'`;
  if (sent.count !== 1) throw new Error(`Refund ${id} was not asked for, or was sent already`);
}
