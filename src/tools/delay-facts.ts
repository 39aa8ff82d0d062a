import { z } from 'zod';
import { type DelayOrder, type DelayStanding, delayStanding } from '../domain/delay-rule/delay-standing.js';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { money } from '../domain/kernel/money.js';
import { delayRecordsOf } from '../store/delay-records.js';
import { linesOf, type OrderLineRecord, type OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { shopCalendar } from './shop-calendar.js';

/** How one line stands under the delay rule, as the customer may hear it. Days are days in the ship-to zone. */
export const DelayFacts = z.object({
  orderNumber: OrderNumber,
  orderLineId: OrderLineId,
  lineName: z.string(),
  quantity: z.int(),
  delayState: z.enum(['not_started', 'in_time', 'delayed', 'exempt', 'shipped', 'cancelled']),
  /** The last day of the shipping time that was stated, or of the 30 or 50 days. */
  shippingTimeEndsOn: LocalDate.nullable(),
  /** A notice waits for the customer's answer. */
  awaitsAnswer: z.boolean(),
  revisedShipBy: LocalDate.nullable(),
  noDateKnown: z.boolean(),
  silenceMeansConsent: z.boolean(),
  silenceMeansCancel: z.boolean(),
  /** At the end of this day the line is cancelled if it has not shipped and nothing else is agreed. */
  cancelsOn: LocalDate.nullable(),
  /** The last day of the notice's own right to cancel; the shop lets anybody cancel until shipment. */
  cancelUntil: LocalDate.nullable(),
  rightToCancel: z.boolean(),
  /** Nobody cancelled it: by the rule it counts as cancelled, and the money is owed. */
  cancelledByRule: z.boolean(),
  refundOwedSince: LocalDate.nullable(),
  refundBy: LocalDate.nullable(),
  refundNotAfter: LocalDate.nullable(),
  refundSentOn: LocalDate.nullable(),
});
export type DelayFacts = z.infer<typeof DelayFacts>;

/** Rows that cancel without anybody's word. */
const BY_RULE: ReadonlySet<string> = new Set(['4', '5', '7', '8']);

export function delayFacts(standing: DelayStanding['lines'][number], line: OrderLineRecord): DelayFacts {
  const { option, awaitsAnswer, cancellation, refund, lapse, shippingTime } = standing;
  return {
    orderNumber: line.orderNumber,
    orderLineId: line.id,
    lineName: line.title,
    quantity: line.quantity,
    delayState: standing.state,
    shippingTimeEndsOn: shippingTime.kind === 'counting' ? shippingTime.endsOn : null,
    awaitsAnswer,
    revisedShipBy: option?.revisedShipBy ?? null,
    noDateKnown: option !== null && option.revisedShipBy === null,
    silenceMeansConsent: awaitsAnswer && option?.silence === 'consent',
    silenceMeansCancel: awaitsAnswer && option?.silence === 'cancel',
    cancelsOn: lapse?.endOf ?? null,
    cancelUntil: cancellation.byRule === 'shipment' ? null : cancellation.byRule,
    rightToCancel: cancellation.possible,
    cancelledByRule: standing.cancelledBy !== null && BY_RULE.has(standing.cancelledBy.row),
    refundOwedSince: refund?.vestedOn ?? null,
    refundBy: refund?.sendBy ?? null,
    refundNotAfter: refund?.notAfter ?? null,
    refundSentOn: refund?.sentOn ?? null,
  };
}

/** An order as the delay rule needs it. */
export const delayOrder = (order: OrderRecord, lines: readonly OrderLineRecord[]): DelayOrder => ({
  orderNumber: order.number,
  zone: order.shipToZone,
  paid: money(order.paidCents, order.currency),
  postage: money(order.postageCents, order.currency),
  lines: lines.map(({ id, title, quantity, unitPriceCents }) => ({
    orderLineId: id,
    name: title,
    quantity,
    unitPrice: money(unitPriceCents, order.currency),
  })),
});

/** Where an order stands now, with its lines as they are on the books. */
export async function standingNow(
  order: OrderRecord,
  { sql, now, policy }: ToolContext,
): Promise<{ standing: DelayStanding; lines: OrderLineRecord[] }> {
  const lines = await linesOf(sql, [order.number]);
  const records = await delayRecordsOf(sql, [order.number]);
  return { lines, standing: delayStanding(delayOrder(order, lines), records, now, shopCalendar(policy)) };
}
