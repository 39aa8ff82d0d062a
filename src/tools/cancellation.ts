import { z } from 'zod';
import { dateIn, LocalDate, latest } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { canCancel, isGivenUp } from '../domain/orders/line-state.js';
import { refundForCancelling, refundSendBy } from '../domain/orders/refund-amount.js';
import type { SqlOrTx } from '../store/connect.js';
import {
  linesOf,
  lockOrder,
  moveLine,
  type OrderLineRecord,
  type OrderRecord,
  releaseAllocations,
} from '../store/orders.js';
import { recordRefund, refundedSoFar } from '../store/refunds.js';
import { nextKey, requestOfShop } from '../store/shop-requests.js';
import type { ToolContext } from './define-tool.js';
import { standingNow } from './delay-facts.js';
import { lineTotal } from './order-facts.js';
import { askedIn, staffAsking } from './principal.js';
import { receiptOfCancelling } from './receipts.js';
import { shopCalendar } from './shop-calendar.js';
import { inTransaction } from './transaction.js';

/** What a cancellation will do, as the customer must see it before agreeing. */
export const CancelRecap = z.object({
  orderNumber: OrderNumber,
  items: z.array(z.object({ orderLineId: OrderLineId, lineName: z.string(), quantity: z.int() })),
  refundAmount: Money,
  refundMethod: z.string(),
  /** The last day on which the refund may be sent: seven working days, 16 CFR 435.1(b). */
  refundBy: LocalDate,
  /** Items of the order that already left and so stay as they are. */
  staying: z.array(z.string()),
});
export type CancelRecap = z.infer<typeof CancelRecap>;

/** Why nothing of what was named can be cancelled. */
export const CANNOT_CANCEL = [
  z.object({
    kind: z.literal('already_shipped'),
    lineNames: z.array(z.string()),
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
  }),
  /** Some of it left: what becomes of the rest is a person's decision. */
  z.object({
    kind: z.literal('part_shipped'),
    lineName: z.string(),
    shippedQuantity: z.int(),
    quantity: z.int(),
  }),
  z.object({ kind: z.literal('already_cancelled'), lineNames: z.array(z.string()) }),
  /** The shop's system was asked and has not answered yet. */
  z.object({ kind: z.literal('being_cancelled'), lineNames: z.array(z.string()) }),
  /** The shop's system was asked to send something else instead of one of them and has not answered yet. */
  z.object({ kind: z.literal('being_swapped'), lineName: z.string(), substituteName: z.string() }),
  z.object({ kind: z.literal('not_found') }),
] as const;

export const CancelOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposed'), recap: CancelRecap }),
  ...CANNOT_CANCEL,
]);
type CancelOutcome = z.infer<typeof CancelOutcome>;

/** `requested`: the shop's system was asked; nothing is cancelled before its receipt. */
export const CancelDone = z.discriminatedUnion('kind', [
  CancelRecap.extend({ kind: z.literal('cancelled') }),
  CancelRecap.extend({ kind: z.literal('requested') }),
]);

/** Names a cancellation the customer asked for, in a line's history; the delay rule reads it as their answer. */
export const ON_CUSTOMERS_WORD = 'cancelled by the customer';

/** Works out what cancelling the chosen lines of an order would do, or why it cannot be done. Locks the order. */
export async function proposeCancelling(
  orderNumber: OrderNumber,
  chosen: (line: OrderLineRecord) => boolean,
  context: ToolContext,
): Promise<CancelOutcome> {
  const order = await lockOrder(inTransaction(context), orderNumber);
  return order ? workOutCancelling(order, chosen, context) : { kind: 'not_found' };
}

/** The same for an order that the caller has read, and locked if it is going to act on it. */
export async function workOutCancelling(
  order: OrderRecord,
  chosen: (line: OrderLineRecord) => boolean,
  context: ToolContext,
): Promise<CancelOutcome> {
  const { sql } = context;
  const lines = await linesOf(sql, [order.number]);
  const wanted = lines.filter(chosen);
  const open = wanted.filter((line) => canCancel(line.state));
  if (wanted.length === 0) return { kind: 'not_found' };
  // the two requests could reach the shop in either order, and what is owed hangs on it
  for (const { swapAskedFor, title } of open)
    if (swapAskedFor !== null) return { kind: 'being_swapped', lineName: title, substituteName: swapAskedFor };
  if (open.length === 0) return whyNot(wanted);
  return {
    kind: 'proposed',
    recap: {
      orderNumber: order.number,
      items: open.map((line) => ({ orderLineId: line.id, lineName: line.title, quantity: line.quantity })),
      refundAmount: await refundFor(order, lines, open, sql),
      refundMethod: order.paymentMethod,
      refundBy: await refundDay(order, open, context),
      staying: lines
        .filter((line) => !isGivenUp(line.state) && !open.some(({ id }) => id === line.id))
        .map((line) => line.title),
    },
  };
}

/**
 * The last day of our own for the refund. What the delay rule counts as cancelled already is owed since then (16 CFR
 * 435.2(c)), and not anew from today; where that day is over, it is sent today.
 */
async function refundDay(
  order: OrderRecord,
  cancelling: readonly OrderLineRecord[],
  context: ToolContext,
): Promise<LocalDate> {
  const today = dateIn(order.shipToZone, context.now);
  const { standing } = await standingNow(order, context);
  const vested = standing.lines.flatMap(({ orderLineId, refund }) =>
    refund && cancelling.some(({ id }) => id === orderLineId) ? [refund.sendBy] : [],
  );
  const [first] = [refundSendBy(today, shopCalendar(context.policy)), ...vested].sort();
  return first === undefined ? today : latest(today, first);
}

/** Why none of some lines can be cancelled. */
function whyNot(lines: readonly OrderLineRecord[]): CancelOutcome {
  const left = lines.filter((line) => !isGivenUp(line.state));
  if (left.length === 0) {
    const isAsked = lines.some((line) => line.state === 'cancelling');
    return { kind: isAsked ? 'being_cancelled' : 'already_cancelled', lineNames: lines.map((line) => line.title) };
  }
  const part = left.find((line) => line.state === 'part_shipped');
  if (part)
    return {
      kind: 'part_shipped',
      lineName: part.title,
      shippedQuantity: part.shippedQuantity,
      quantity: part.quantity,
    };
  const trackings = new Set(left.map((line) => line.tracking));
  const parcel = trackings.size === 1 ? left[0] : undefined;
  return {
    kind: 'already_shipped',
    lineNames: left.map((line) => line.title),
    carrier: parcel?.carrier ?? null,
    tracking: parcel?.tracking ?? null,
  };
}

/**
 * Cancels the lines of a recap and records the refund owed. With a shop system connected the lines are `cancelling` and
 * keep their units until its receipt. Runs in the confirmation's transaction. `reason` stands in each line's history.
 */
export async function commitCancelling(
  recap: CancelRecap,
  context: ToolContext,
  reason: string = ON_CUSTOMERS_WORD,
): Promise<z.infer<typeof CancelDone>> {
  const { now, principal, shop } = context;
  const { orderNumber } = recap;
  const tx = inTransaction(context);
  await lockOrder(tx, orderNumber);
  const lines = await linesOf(tx, [orderNumber]);
  const cancelling = recap.items.map(({ orderLineId }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    if (!line) throw new Error(`Line ${orderLineId} vanished between recap and commit`);
    return line;
  });
  const to = shop.connected ? 'cancelling' : 'cancelled';
  for (const line of cancelling) {
    await moveLine(tx, { line, to, at: now, actor: principal.kind, reason });
    if (!shop.connected) await releaseAllocations(tx, line.id);
  }
  if (recap.refundAmount.cents > 0) {
    await recordRefund(tx, {
      orderNumber,
      orderLineIds: recap.items.map(({ orderLineId }) => orderLineId),
      amount: recap.refundAmount,
      method: recap.refundMethod,
      reason,
      owedSince: now,
      sendBy: recap.refundBy,
    });
  }
  if (!shop.connected) {
    if (reason === ON_CUSTOMERS_WORD) await receiptOfCancelling(orderNumber, recap.items, recap, context);
    return { kind: 'cancelled', ...recap };
  }
  await requestOfShop(tx, {
    kind: 'cancel_lines',
    orderNumber,
    about: { lines: cancelling.map(({ id, sku, quantity }) => ({ orderLineId: id, sku, quantity })) },
    key: await nextKey(tx, 'cancel_lines', orderNumber),
    at: now,
    conversationId: askedIn(principal),
    askedBy: staffAsking(principal),
  });
  return { kind: 'requested', ...recap };
}

async function refundFor(
  order: OrderRecord,
  lines: readonly OrderLineRecord[],
  cancelling: readonly OrderLineRecord[],
  sql: SqlOrTx,
): Promise<Money> {
  return refundForCancelling({
    paid: money(order.paidCents, order.currency),
    postage: money(order.postageCents, order.currency),
    lines: lines.map((line) => ({ lineId: line.id, total: lineTotal(line, order), state: line.state })),
    alreadyRefunded: await refundedSoFar(sql, order.number, order.currency),
    cancelling: cancelling.map((line) => line.id),
  });
}
