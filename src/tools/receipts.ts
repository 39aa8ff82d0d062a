import { addBusinessDays } from '../domain/kernel/business-calendar.js';
import { dateIn } from '../domain/kernel/dates.js';
import type { ConversationId, OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { Money } from '../domain/kernel/money.js';
import { isGivenUp } from '../domain/orders/line-state.js';
import type { FactsOf, Told } from '../store/customer-message-facts.js';
import { addCustomerMessage } from '../store/customer-messages.js';
import { findOrder, linesOf } from '../store/orders.js';
import type { RefundRecord } from '../store/refunds.js';
import type { SwapRecord } from '../store/substitutes.js';
import type { ToolContext } from './define-tool.js';
import { shopCalendar } from './shop-calendar.js';
import { inTransaction } from './transaction.js';

/** Puts in what the customer of an order is told of it, in the transaction that makes it so. */
async function tellCustomerOf(
  orderNumber: OrderNumber,
  told: Told,
  context: ToolContext,
  conversationId: ConversationId | null = null,
): Promise<void> {
  const tx = inTransaction(context);
  const order = await findOrder(tx, orderNumber);
  if (!order) throw new Error(`There is no order ${orderNumber} to write a receipt for`);
  // who made it so in a conversation is told there already
  await addCustomerMessage(tx, {
    ...told,
    customerId: order.customerId,
    ...(conversationId && { cause: conversationId }),
  });
}

/** That an order was taken, where something of it has to be waited for, with the date it was taken on. */
export async function confirmOrder(facts: FactsOf<'order_confirmed'>, context: ToolContext): Promise<void> {
  if (facts.lines.every(({ unitsNow, quantity }) => unitsNow >= quantity)) return;
  await tellCustomerOf(facts.orderNumber, { kind: 'order_confirmed', facts }, context);
}

/** The receipt of a cancellation that the customer asked for, once it is done. */
export async function receiptOfCancelling(
  orderNumber: OrderNumber,
  cancelled: readonly { readonly orderLineId: OrderLineId; readonly lineName: string; readonly quantity: number }[],
  refund: Pick<FactsOf<'cancelled'>, 'refundAmount' | 'refundMethod' | 'refundBy'>,
  context: ToolContext,
): Promise<void> {
  const lines = await linesOf(context.sql, [orderNumber]);
  const facts = {
    orderNumber,
    items: [...cancelled],
    ...refund,
    isWhole: lines.every(({ state }) => isGivenUp(state)),
  };
  await tellCustomerOf(orderNumber, { kind: 'cancelled', facts }, context);
}

/** That a refund went out, and by when it shows. */
export async function tellRefundSent(
  { id, orderNumber, amount, method }: Pick<RefundRecord, 'id' | 'orderNumber' | 'amount' | 'method'>,
  conversationId: ConversationId | null,
  context: ToolContext,
): Promise<void> {
  const { now, policy, rules } = context;
  const order = await findOrder(context.sql, orderNumber);
  const refundSentOn = dateIn(order?.shipToZone ?? policy.zone, now);
  const facts = {
    orderNumber,
    refundId: id,
    refundAmount: amount,
    refundMethod: method,
    refundSentOn,
    refundExpectedBy: addBusinessDays(shopCalendar(policy), refundSentOn, rules.messages.refundShowsWithin),
  };
  await tellCustomerOf(orderNumber, { kind: 'refund_sent', facts }, context, conversationId);
}

/** The receipt of a swap. */
export async function receiptOfSwapping(swap: SwapRecord, context: ToolContext): Promise<void> {
  const { orderNumber, orderLineId, fromTitle, toTitle, quantity, refund, refundMethod, refundSendBy } = swap;
  const facts = {
    orderNumber,
    orderLineId,
    lineName: fromTitle,
    substituteName: toTitle,
    quantity,
    refundAmount: refund,
    refundMethod,
    refundBy: refundSendBy,
  };
  await tellCustomerOf(orderNumber, { kind: 'swapped', facts }, context);
}

/** The receipt of a split: what goes ahead, what follows, what it costs. */
export async function receiptOfSplitting(
  orderNumber: OrderNumber,
  { charge, chargedTo }: { readonly charge: Money; readonly chargedTo: string },
  context: ToolContext,
): Promise<void> {
  const lines = (await linesOf(context.sql, [orderNumber])).filter(({ state }) => !isGivenUp(state));
  const items = (units: (line: (typeof lines)[number]) => number) =>
    lines.flatMap((line) => (units(line) > 0 ? [{ lineName: line.title, quantity: units(line) }] : []));
  const splitNow = items(({ leavingQuantity }) => leavingQuantity);
  const splitLater = items((line) => line.quantity - line.shippedQuantity - line.leavingQuantity);
  // all of it left while the shop was asked: there is no split to speak of
  if (splitNow.length === 0 || splitLater.length === 0) return;
  const facts = { orderNumber, splitNow, splitLater, splitCost: charge, chargedTo };
  await tellCustomerOf(orderNumber, { kind: 'split', facts }, context);
}

/** The receipt of express shipping. */
export const receiptOfUpgrading = (
  orderNumber: OrderNumber,
  { charge, chargedTo }: { readonly charge: Money; readonly chargedTo: string },
  context: ToolContext,
): Promise<void> =>
  tellCustomerOf(orderNumber, { kind: 'upgraded', facts: { orderNumber, upgradeCost: charge, chargedTo } }, context);

/** The receipt of a change of address. */
export const receiptOfMoving = (orderNumber: OrderNumber, newAddress: string, context: ToolContext): Promise<void> =>
  tellCustomerOf(orderNumber, { kind: 'address_changed', facts: { orderNumber, newAddress } }, context);
