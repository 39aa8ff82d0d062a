import { dateIn, daysBetween, type Instant } from '../domain/kernel/dates.js';
import type { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { MovedLine } from '../store/customer-message-facts.js';
import type { CustomerMessageRecord } from '../store/customer-messages.js';
import { isMailAnswered } from '../store/order-mails.js';
import { findOrder, linesOf, type OrderLineRecord } from '../store/orders.js';
import { isParcelDelivered } from '../store/parcels.js';
import { findSellable } from '../store/sellable-products.js';
import { ordersIn } from './choose-ways.js';
import type { ToolContext } from './define-tool.js';
import { estimateLine } from './estimate-line.js';
import { WAITS } from './owed-notice.js';
import { liesFree } from './taking-decision.js';

/** Why something is not told any more. */
export type NoMore =
  | 'delivered'
  | 'day_over'
  | 'too_old'
  | 'shipped'
  | 'cancelled'
  | 'not_cancelled'
  | 'dates_moved'
  | 'answered'
  | 'sold_out';

/** Looks at a message once more at the moment it goes, as at a delay notice; null while what it tells is so. */
export async function whyNoMore(message: CustomerMessageRecord, context: ToolContext): Promise<NoMore | null> {
  if (isOver(message.madeAt, context)) return 'too_old';
  const lines = await linesOf(context.sql, ordersIn(message));
  switch (message.kind) {
    case 'shipped':
      return (await isParcelDelivered(context.sql, message.facts.parcel.shipmentId)) ? 'delivered' : null;
    case 'arriving_today': {
      if (await isParcelDelivered(context.sql, message.facts.parcel.shipmentId)) return 'delivered';
      const isToday = message.facts.arrivesOn === (await todayAt(message.facts.orderNumber, context));
      return isToday ? null : 'day_over';
    }
    case 'date_moved':
    case 'back_on_time':
      return (await isWaitFor(message.facts.lines, lines, context)) ?? endOf(message.facts.lines, lines);
    case 'notice_mailed':
    case 'reminder_mailed':
      if (await isMailAnswered(context.sql, message.facts.noticeId)) return 'answered';
      return endOf(message.facts.lines, lines);
    case 'order_confirmed':
      return lines.every(({ state }) => state === 'cancelled') ? 'cancelled' : null;
    case 'cancelled':
    case 'cancellation_mailed': {
      const told = 'items' in message.facts ? message.facts.items : message.facts.lines;
      return told.every(({ orderLineId }) => stateOf(orderLineId, lines) === 'cancelled') ? null : 'not_cancelled';
    }
    case 'back_in_stock': {
      const product = await findSellable(context.sql, message.facts.sku, context.policy.currency);
      return product && (await liesFree(product.sku, context)) ? null : 'sold_out';
    }
    case 'refund_sent':
    case 'swapped':
    case 'split':
    case 'upgraded':
    case 'address_changed':
      return null;
  }
}

const isOver = (madeAt: Instant, { now, policy, rules }: ToolContext): boolean =>
  daysBetween(dateIn(policy.zone, madeAt), dateIn(policy.zone, now)) > rules.messages.freshDays;

/** The day it is where an order's parcels go. */
async function todayAt(number: OrderNumber, { sql, now, policy }: ToolContext) {
  const order = await findOrder(sql, number);
  return dateIn(order?.shipToZone ?? policy.zone, now);
}

const stateOf = (id: OrderLineId, lines: readonly OrderLineRecord[]): OrderLineRecord['state'] | undefined =>
  lines.find((line) => line.id === id)?.state;

/** Why a message about waiting lines has come to its end: when none of them waits. */
function endOf(
  told: readonly { readonly orderLineId: OrderLineId }[],
  lines: readonly OrderLineRecord[],
): NoMore | null {
  const states = told.map(({ orderLineId }) => stateOf(orderLineId, lines));
  if (states.some((state) => state !== undefined && WAITS.has(state))) return null;
  return states.some((state) => state === 'cancelled' || state === 'cancelling') ? 'cancelled' : 'shipped';
}

/** Whether the dates told of lines are still those of today, give or take what the policy lets pass. */
async function isWaitFor(
  told: readonly MovedLine[],
  lines: readonly OrderLineRecord[],
  context: ToolContext,
): Promise<NoMore | null> {
  for (const { orderLineId, cautiousOn } of told) {
    const line = lines.find(({ id }) => id === orderLineId);
    const order = line && (await findOrder(context.sql, line.orderNumber));
    if (!line || !order || !WAITS.has(line.state)) continue;
    const eta = await estimateLine(line, order.shippingService, context);
    if (eta?.kind !== 'estimated') return 'dates_moved';
    if (Math.abs(daysBetween(cautiousOn, eta.shipsCautiousOn)) > context.rules.messages.dateSlackDays)
      return 'dates_moved';
  }
  return null;
}
