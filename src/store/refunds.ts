import { z } from 'zod';
import type { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { type Currency, type Money, money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';

export interface OwedRefund {
  readonly orderNumber: OrderNumber;
  /** The cancelled lines it pays back. */
  readonly orderLineIds: readonly OrderLineId[];
  readonly amount: Money;
  readonly method: string;
  readonly reason: string;
  readonly owedSince: Instant;
  readonly sendBy: LocalDate;
}

/** Records that money is owed back for some lines. A second refund for the same lines throws. */
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
  })}`;
}

/** All that is owed or was sent back for an order; a refund that was refused does not count. */
export async function refundedSoFar(sql: SqlOrTx, number: OrderNumber, currency: Currency): Promise<Money> {
  const rows =
    await sql`select coalesce(sum(amount_cents), 0)::bigint as cents from refunds where order_number = ${number} and state <> 'refused'`;
  return money(z.int().parse(rows[0]?.cents), currency);
}
