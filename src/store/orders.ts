import { z } from 'zod';
import { Instant, LocalDate, Zone } from '../domain/kernel/dates.js';
import { CustomerId, OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Currency } from '../domain/kernel/money.js';
import { LINE_STATES, type LineState } from '../domain/orders/line-state.js';
import type { SqlOrTx, Tx } from './connect.js';

export const ShipTo = z.object({
  name: z.string(),
  street: z.string(),
  city: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
});
export type ShipTo = z.infer<typeof ShipTo>;

const OrderRow = z.object({
  number: OrderNumber,
  customerId: CustomerId,
  salesChannelId: z.string(),
  placedAt: Instant,
  currency: Currency,
  postageCents: z.int(),
  /** Paid for what the order holds: what is given back for a cheaper substitute is off it. */
  paidCents: z.int(),
  /** All that was ever paid. */
  paidInAllCents: z.int(),
  paymentMethod: z.string(),
  shipTo: ShipTo,
  shipToZone: Zone,
  shippingService: z.enum(['standard', 'express']),
  neededBy: LocalDate.nullable(),
  /** Why the order is held back at the shop; null when it is not. */
  heldBecause: z.string().nullable(),
  version: z.int(),
});
export type OrderRecord = z.infer<typeof OrderRow>;

const LineRow = z.object({
  id: OrderLineId,
  orderNumber: OrderNumber,
  line: z.int(),
  sku: Sku,
  title: z.string(),
  picture: z.string().nullable(),
  quantity: z.int(),
  unitPriceCents: z.int(),
  state: z.enum(LINE_STATES),
  backorderedAt: Instant.nullable(),
  shippedQuantity: z.int(),
  /** On a shelf with the line's name on them. */
  heldQuantity: z.int(),
  /** Of those, what an agreed split sends ahead of the rest and no carrier has taken yet. */
  leavingQuantity: z.int(),
  /** The substitute that the shop was asked to send instead and has not answered about; null when none is. */
  swapAskedFor: z.string().nullable(),
  carrier: z.string().nullable(),
  tracking: z.string().nullable(),
  scannedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
});
export type OrderLineRecord = z.infer<typeof LineRow>;

const orderColumns = (sql: SqlOrTx) => sql`
  o.number, o.customer_id as "customerId", o.sales_channel_id as "salesChannelId", o.placed_at as "placedAt", o.currency,
  o.postage_cents as "postageCents",
  (o.paid_cents - coalesce((
    select sum(w.refund_cents) from line_swaps w
    where w.order_number = o.number
      and (w.request_id is null or exists (select from shop_requests r where r.id = w.request_id and r.state = 'confirmed'))
  ), 0))::bigint as "paidCents", o.paid_cents as "paidInAllCents",
  o.payment_method as "paymentMethod",
  jsonb_build_object('name', o.ship_to_name, 'street', o.ship_to_street, 'city', o.ship_to_city,
    'region', o.ship_to_region, 'postcode', o.ship_to_postcode, 'country', o.ship_to_country) as "shipTo",
  o.ship_to_zone as "shipToZone", o.shipping_service as "shippingService", o.needed_by as "neededBy",
  o.held_because as "heldBecause", o.version`;

export async function findOrder(sql: SqlOrTx, number: OrderNumber): Promise<OrderRecord | null> {
  const [row] = await sql`select ${orderColumns(sql)} from orders o where o.number = ${number}`;
  return row ? OrderRow.parse(row) : null;
}

/** As findOrder, holding the row until the transaction ends, so that two changes of one order take turns. */
export async function lockOrder(tx: Tx, number: OrderNumber): Promise<OrderRecord | null> {
  const [row] = await tx`select ${orderColumns(tx)} from orders o where o.number = ${number} for update`;
  return row ? OrderRow.parse(row) : null;
}

/** Some orders by their numbers, in no particular order. */
export async function findOrders(sql: SqlOrTx, numbers: readonly OrderNumber[]): Promise<OrderRecord[]> {
  const rows = await sql`select ${orderColumns(sql)} from orders o where o.number = any(${[...numbers]})`;
  return rows.map((row) => OrderRow.parse(row));
}

/** A customer's orders, newest first. */
export async function ordersOf(sql: SqlOrTx, customerId: CustomerId, most: number): Promise<OrderRecord[]> {
  const rows = await sql`
    select ${orderColumns(sql)} from orders o where o.customer_id = ${customerId}
    order by o.placed_at desc, o.number desc limit ${most}`;
  return rows.map((row) => OrderRow.parse(row));
}

/** The lines of some orders, each with what was shipped of it; tracking is that of its newest scanned parcel. */
export async function linesOf(sql: SqlOrTx, numbers: readonly OrderNumber[]): Promise<OrderLineRecord[]> {
  const rows =
    await sql`${selectLines(sql)} where l.order_number = any(${[...numbers]}) order by l.order_number, l.line_number`;
  return rows.map((row) => LineRow.parse(row));
}

export async function findLine(sql: SqlOrTx, id: OrderLineId): Promise<OrderLineRecord | null> {
  const [row] = await sql`${selectLines(sql)} where l.id = ${id}`;
  return row ? LineRow.parse(row) : null;
}

const selectLines = (sql: SqlOrTx) => sql`
    select l.id, l.order_number as "orderNumber", l.line_number as line, l.sku, l.title, k.picture, l.quantity,
      l.unit_price_cents as "unitPriceCents", l.state, l.backordered_at as "backorderedAt",
      coalesce(shipped.quantity, 0)::int as "shippedQuantity", coalesce(held.quantity, 0)::int as "heldQuantity",
      greatest(0, least(coalesce(ahead.units, 0) - coalesce(shipped.quantity, 0), coalesce(held.quantity, 0)))::int as "leavingQuantity",
      swap.title as "swapAskedFor", parcel.carrier, parcel.tracking,
      parcel.scanned_at as "scannedAt", parcel.delivered_at as "deliveredAt"
    from order_lines l join skus k on k.sku = l.sku
    left join lateral (
      select sum(sl.quantity) as quantity from shipment_lines sl
      where sl.order_line_id = l.id and exists (select from carrier_scans c where c.shipment_id = sl.shipment_id)
    ) shipped on true
    left join lateral (select sum(quantity) as quantity from allocations a where a.order_line_id = l.id) held on true
    left join lateral (
      select max(a.ahead_units) as units from order_split_lines a join order_splits s on s.id = a.split_id
      where a.order_line_id = l.id and a.sku = l.sku
        and (s.request_id is null or exists (select from shop_requests r where r.id = s.request_id and r.state = 'confirmed'))
    ) ahead on true
    left join lateral (
      select w.to_title as title from line_swaps w join shop_requests r on r.id = w.request_id
      where w.order_line_id = l.id and r.state = 'requested' limit 1
    ) swap on true
    left join lateral (
      select s.carrier, s.tracking_number as tracking, min(c.at) as scanned_at,
        max(c.at) filter (where c.kind = 'delivered') as delivered_at
      from shipment_lines sl join shipments s on s.id = sl.shipment_id join carrier_scans c on c.shipment_id = s.id
      where sl.order_line_id = l.id
      group by s.id order by min(c.at) desc limit 1
    ) parcel on true`;

const QueuedRow = z.object({
  orderLineId: OrderLineId,
  orderNumber: OrderNumber,
  state: z.enum(LINE_STATES),
  customerId: CustomerId,
  customerName: z.string(),
  salesChannelId: z.string(),
  sku: Sku,
  quantity: z.int(),
  unitPriceCents: z.int(),
  currency: Currency,
  shippingService: z.enum(['standard', 'express']),
  backorderedAt: Instant,
  firstShipBy: LocalDate.nullable(),
  neededBy: LocalDate.nullable(),
  tier: z.enum(['standard', 'plus', 'vip']),
  lifetimeValueCents: z.int(),
  isBusiness: z.boolean(),
  orderValueCents: z.int(),
  rounds: z.int(),
});
export type QueuedLine = z.infer<typeof QueuedRow>;

/**
 * Every line that lacks units of a SKU, longest wait first, with what its place may rest on. `quantity`: units neither
 * sent nor allocated. Who is served first is for allocationOrder to say.
 */
export const queueFor = (sql: SqlOrTx, sku: Sku): Promise<QueuedLine[]> => queuesFor(sql, [sku]);

/** The same of several SKUs, or of every one, in one read. */
export async function queuesFor(sql: SqlOrTx, skus?: readonly Sku[]): Promise<QueuedLine[]> {
  const rows = await sql`
    select l.id as "orderLineId", l.order_number as "orderNumber", l.state, c.id as "customerId", c.name as "customerName",
      l.unit_price_cents as "unitPriceCents", o.currency, o.shipping_service as "shippingService",
      o.sales_channel_id as "salesChannelId", l.sku,
      (l.quantity - coalesce(sent.quantity, 0) - coalesce(held.quantity, 0))::int as quantity,
      l.backordered_at as "backorderedAt",
      (select ship_by from shipping_statements s where s.order_line_id = l.id order by s.id limit 1) as "firstShipBy",
      o.needed_by as "neededBy", c.tier, c.lifetime_value_cents as "lifetimeValueCents", c.is_business as "isBusiness",
      o.paid_cents as "orderValueCents",
      (select count(*) from allocation_runs r where r.sku = l.sku and r.at > l.backordered_at)::int as rounds
    from order_lines l join orders o on o.number = l.order_number join customers c on c.id = o.customer_id
    left join lateral (select sum(quantity) as quantity from shipment_lines s where s.order_line_id = l.id) sent on l.state = 'part_shipped'
    left join lateral (select sum(quantity) as quantity from allocations a where a.order_line_id = l.id) held on true
    where l.state in ('backordered', 'part_shipped') and l.backordered_at is not null
      ${skus ? sql`and l.sku = any(${[...skus]})` : sql``}
      and l.quantity > coalesce(sent.quantity, 0) + coalesce(held.quantity, 0)
    order by l.backordered_at, l.id`;
  return rows.map((row) => QueuedRow.parse(row));
}

export interface LineMove {
  readonly line: OrderLineRecord;
  readonly to: LineState;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
}

/** Writes a line's new state and its history row. The caller has locked the order and asked the transition table. */
export async function moveLine(tx: Tx, { line, to, at, actor, reason }: LineMove): Promise<void> {
  const moved = await tx`update order_lines set state = ${to} where id = ${line.id} and state = ${line.state}`;
  if (moved.count !== 1) throw new Error(`Line ${line.id} is no longer ${line.state}`);
  await tx`insert into order_line_events ${tx({ order_line_id: line.id, from_state: line.state, to_state: to, at, actor, reason })}`;
  await tx`update orders set version = version + 1 where number = ${line.orderNumber}`;
}

/** Gives a line's allocated units back to the shelf. */
export async function releaseAllocations(tx: Tx, id: OrderLineId): Promise<void> {
  await tx`
    with gone as (delete from allocations where order_line_id = ${id} returning sku, location_id, quantity)
    update stock s set allocated = s.allocated - gone.quantity from gone
    where s.sku = gone.sku and s.location_id = gone.location_id`;
}

/** Sends what has not left to another address; days then count in that address's zone. */
export async function setShipTo(tx: Tx, number: OrderNumber, to: ShipTo, shipToZone: Zone): Promise<void> {
  await tx`
    update orders set ship_to_name = ${to.name}, ship_to_street = ${to.street}, ship_to_city = ${to.city},
      ship_to_region = ${to.region}, ship_to_postcode = ${to.postcode}, ship_to_country = ${to.country},
      ship_to_zone = ${shipToZone},
      version = version + 1
    where number = ${number}`;
}

const AskedToCancel = z.object({ from: z.enum(LINE_STATES), reason: z.string() });

/** Where a line stood before the shop was asked to cancel it, and why it was asked. */
export async function askedToCancel(tx: Tx, id: OrderLineId): Promise<z.infer<typeof AskedToCancel>> {
  const [row] = await tx`
    select from_state as from, reason from order_line_events where order_line_id = ${id} and to_state = 'cancelling'
    order by id desc limit 1`;
  return AskedToCancel.parse(row);
}

/** Marks an order as held back at the shop, or as released with null. */
export async function setHold(
  tx: Tx,
  number: OrderNumber,
  hold: { readonly at: Instant; readonly because: string } | null,
): Promise<void> {
  await tx`
    update orders set held_at = ${hold?.at ?? null}, held_because = ${hold?.because ?? null}, version = version + 1
    where number = ${number}`;
}
