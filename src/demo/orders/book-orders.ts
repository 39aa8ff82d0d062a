import { usWorkingDays } from '../../domain/kernel/business-calendar.js';
import { refundSendBy } from '../../domain/orders/refund-amount.js';
import { itemOf } from '../catalogue/catalogue.js';
import { locationFor } from '../locations.js';
import { type Random, randomFor } from '../random.js';
import type { DemoRows, OrderRow, RefundRow } from '../rows.js';
import type { ShopDays } from '../shop-days.js';
import type { Purchasing } from '../suppliers/purchasing.js';
import { delayNotices } from './delay-notices.js';
import { eventRows, tellLine } from './line-story.js';
import type { Fate, LinePlan, OrderPlan } from './order-plan.js';
import { parcelRows } from './parcels.js';
import { statedFor, statementRow } from './shipping-statement.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Row)[] ? Row[] : T[K] };

export type OrderRows = Mutable<
  Pick<
    DemoRows,
    | 'orders'
    | 'order_lines'
    | 'order_line_events'
    | 'allocations'
    | 'shipping_statements'
    | 'delay_records'
    | 'shipments'
    | 'shipment_lines'
    | 'carrier_scans'
    | 'refunds'
  >
>;

export interface NumberedPlan extends OrderPlan {
  readonly number: string;
}

/** Turns order plans, oldest first, into the rows of the books. */
export function bookOrders(
  plans: readonly NumberedPlan[],
  purchasing: Purchasing,
  days: ShopDays,
  seed: number,
): OrderRows {
  const rows: OrderRows = {
    orders: [],
    order_lines: [],
    order_line_events: [],
    allocations: [],
    shipping_statements: [],
    delay_records: [],
    shipments: [],
    shipment_lines: [],
    carrier_scans: [],
    refunds: [],
  };
  const random = randomFor(seed, 'parcels');
  for (const plan of plans) book(plan, rows, purchasing, days, random);
  return rows;
}

function book(plan: NumberedPlan, rows: OrderRows, purchasing: Purchasing, days: ShopDays, random: Random): void {
  const order = orderRow(plan, days);
  rows.orders.push(order);
  for (const [index, line] of plan.lines.entries()) {
    const id = `${plan.number}-${index + 1}`;
    const item = itemOf(line.sku);
    const story = tellLine(plan.placed, line.fate);
    rows.order_lines.push({
      order_number: plan.number,
      line_number: index + 1,
      sku: line.sku,
      title: item.title,
      quantity: line.quantity,
      unit_price_cents: item.priceCents,
      state: story.state,
      backordered_at: story.backorderedAt === null ? null : days.at(story.backorderedAt),
    });
    rows.order_line_events.push(...eventRows(id, story, days));
    const promised = line.fate.kind === 'allocated' ? (plan.lines.find(isWaiting) ?? line) : line;
    const stated = statedFor(plan.placed, promised, purchasing.announced(promised.sku));
    rows.shipping_statements.push(statementRow(plan.placed, stated, id, days));
    if (!line.noticeMissed) {
      const told = {
        orderLineId: id,
        placed: plan.placed,
        shipBy: stated.shipBy,
        announced: purchasing.told(promised.sku),
      };
      rows.delay_records.push(...delayNotices({ ...told, endedOn: endOf(line.fate), isSilent: isSilent(plan) }, days));
    }
    const held = unitsHeld(line);
    if (held > 0)
      rows.allocations.push({
        order_line_id: id,
        sku: line.sku,
        location_id: locationFor(line.sku, plan.salesChannel, plan.customer.address.zone),
        quantity: held,
      });
  }
  const parcels = parcelRows(plan, plan.number, days, random);
  rows.shipments.push(...parcels.shipments);
  rows.shipment_lines.push(...parcels.shipment_lines);
  rows.carrier_scans.push(...parcels.carrier_scans);
  const refund = refundRow(plan, order, days);
  if (refund) rows.refunds.push(refund);
}

/** What is held back for it ships in one box with it, so the shop said the same day for both. */
const isWaiting = ({ fate }: LinePlan): boolean => fate.kind === 'waiting';

/** When a line was settled: all of it left, or it was cancelled. Null while it still waits to go. */
function endOf(fate: Fate): number | null {
  if (fate.kind === 'cancelled') return fate.at;
  return fate.kind === 'sent' && fate.units === undefined ? fate.handedOver : null;
}

/** Every other customer leaves a first notice unanswered. */
const isSilent = ({ number }: NumberedPlan): boolean => Number(number) % 2 === 1;

/** Units on the shelf with the line's name on them: a label alone does not take them off it. */
function unitsHeld({ fate, quantity }: LinePlan): number {
  if (fate.kind === 'allocated') return quantity;
  if (fate.kind !== 'sent') return 0;
  if (fate.handedOver === null) return quantity;
  return fate.units === undefined ? 0 : quantity - fate.units;
}

const FREE_POSTAGE_FROM_CENTS = 7_500;
const POSTAGE_CENTS = { standard: 695, express: 1_495 } as const;

const goodsCents = (lines: readonly LinePlan[]): number =>
  lines.reduce((total, { sku, quantity }) => total + itemOf(sku).priceCents * quantity, 0);

function orderRow(plan: NumberedPlan, days: ShopDays): OrderRow {
  const { customer, service } = plan;
  const goods = goodsCents(plan.lines);
  const postage = service === 'standard' && goods >= FREE_POSTAGE_FROM_CENTS ? 0 : POSTAGE_CENTS[service];
  return {
    number: plan.number,
    customer_id: customer.id,
    sales_channel_id: plan.salesChannel,
    placed_at: days.at(plan.placed),
    completed_at: days.at(plan.placed),
    currency: 'USD',
    postage_cents: postage,
    paid_cents: goods + postage,
    payment_method: customer.payment,
    ship_to_name: customer.name,
    ship_to_street: customer.address.street,
    ship_to_city: customer.address.city,
    ship_to_region: customer.address.region,
    ship_to_postcode: customer.address.postcode,
    ship_to_country: 'US',
    ship_to_zone: customer.address.zone,
    shipping_service: service,
    needed_by: plan.neededBy === undefined ? null : days.day(plan.neededBy),
  };
}

/** Sent within a week of the cancellation; owed before. */
const SENT_AFTER_DAYS = 6;

function refundRow(plan: NumberedPlan, order: OrderRow, days: ShopDays): RefundRow | null {
  const cancelled = plan.lines.flatMap((line, index) =>
    line.fate.kind === 'cancelled' ? [{ line, id: `${plan.number}-${index + 1}`, at: line.fate.at }] : [],
  );
  const at = cancelled[0]?.at;
  if (at === undefined) return null;
  const all = cancelled.length === plan.lines.length;
  return {
    order_number: plan.number,
    order_line_ids: cancelled.map(({ id }) => id),
    amount_cents: all ? order.paid_cents : goodsCents(cancelled.map(({ line }) => line)),
    currency: 'USD',
    method: order.payment_method,
    reason: 'cancelled by the customer',
    owed_since: days.at(at),
    send_by: refundSendBy(days.day(at), usWorkingDays),
    ...(at < -SENT_AFTER_DAYS
      ? { state: 'sent', receipt: `RF-${plan.number}`, sent_at: days.at(at + SENT_AFTER_DAYS) }
      : { state: 'owed', receipt: null, sent_at: null }),
  };
}
