import { z } from 'zod';
import { type Instant, LocalDate } from '../domain/kernel/dates.js';
import { LocationId, OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';
import type { OrderLineRecord } from './orders.js';

const Product = z.object({
  sku: Sku,
  title: z.string(),
  brand: z.string(),
  category: z.string(),
  description: z.string(),
  attributes: z
    .record(z.string(), z.unknown())
    .transform((raw) =>
      Object.fromEntries(
        Object.entries(raw).flatMap(([key, value]) =>
          typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
            ? [[key, value] as const]
            : value === null
              ? []
              : [[key, JSON.stringify(value)] as const],
        ),
      ),
    ),
  priceCents: z.int(),
});
const CandidateRow = Product.extend({
  locationId: LocationId,
  free: z.int(),
  offered: z.int(),
  accepted: z.int(),
});
export type CandidateRecord = z.infer<typeof CandidateRow>;
export type ProductRecord = z.infer<typeof Product>;

const productColumns = (sql: SqlOrTx) => sql`
  k.sku, k.title, p.brand, p.category, p.description, k.attributes, k.price_cents as "priceCents"`;

export async function findProduct(sql: SqlOrTx, sku: Sku): Promise<ProductRecord | null> {
  const [row] =
    await sql`select ${productColumns(sql)} from skus k join products p on p.id = k.product_id where k.sku = ${sku}`;
  return row ? Product.parse(row) : null;
}

/** More than enough to find the best three among; those nearest in price come first. */
const MOST_CANDIDATES = 400;

/**
 * What is on the shelf of the same top category and currency, nearest in price first. `free`: units at the location that
 * has most, less what other channels keep back there and what others wait for. `offered` and `accepted` count the
 * answers given to swaps from this SKU to that one.
 */
export async function substituteCandidates(sql: SqlOrTx, wanted: Sku, order: OrderNumber): Promise<CandidateRecord[]> {
  const rows = await sql`
    select ${productColumns(sql)}, best.location_id as "locationId",
      (best.units - coalesce(waiting.units, 0))::int as free, coalesce(asked.offered, 0)::int as offered,
      coalesce(asked.accepted, 0)::int as accepted
    from skus w join products wp on wp.id = w.product_id
    join products p on split_part(p.category, ' > ', 1) = split_part(wp.category, ' > ', 1)
    join skus k on k.product_id = p.id and k.active and k.currency = w.currency and k.sku <> w.sku
    join lateral (
      select s.location_id, s.on_hand - s.allocated - coalesce((
        select sum(b.units) from stock_buffers b join orders o on o.number = ${order}
        where b.sku = s.sku and b.location_id = s.location_id and b.sales_channel_id <> o.sales_channel_id), 0) as units
      from stock s where s.sku = k.sku order by units desc, s.location_id limit 1
    ) best on best.units > 0
    left join lateral (
      select sum(l.quantity - coalesce((select sum(a.quantity) from allocations a where a.order_line_id = l.id), 0)) as units
      from order_lines l where l.sku = k.sku and l.state in ('backordered', 'part_shipped')
    ) waiting on true
    left join lateral (
      select count(*) as offered, count(*) filter (where r.state = 'committed') as accepted from proposals r
      where r.tool = 'swap_line' and r.state in ('committed', 'declined')
        and r.recap ->> 'orderedSku' = w.sku and r.recap ->> 'substituteSku' = k.sku
    ) asked on true
    where w.sku = ${wanted} and best.units > coalesce(waiting.units, 0)
    order by abs(k.price_cents - w.price_cents), k.sku limit ${MOST_CANDIDATES}`;
  return rows.map((row) => CandidateRow.parse(row));
}

/** Makes those who want units of a SKU take turns until the transaction ends. */
export async function lockStock(tx: Tx, sku: Sku): Promise<void> {
  await tx`select from stock where sku = ${sku} order by location_id for update`;
}

/** A swap that a customer agreed to. */
export interface NewSwap {
  readonly line: OrderLineRecord;
  readonly to: CandidateRecord;
  readonly refund: Money;
  readonly refundMethod: string;
  readonly refundSendBy: LocalDate;
  readonly at: Instant;
  readonly agreedIn: string;
  /** What was asked of the shop's own system: the swap counts once that is confirmed. Null where the desk's book is the record. */
  readonly requestId: string | null;
}

const SwapRow = z.object({
  id: z.int(),
  orderNumber: OrderNumber,
  orderLineId: OrderLineId,
  fromTitle: z.string(),
  fromSku: Sku,
  toSku: Sku,
  toTitle: z.string(),
  toUnitPriceCents: z.int(),
  quantity: z.int(),
  refund: Money,
  refundMethod: z.string(),
  refundSendBy: LocalDate,
  locationId: LocationId,
});
export type SwapRecord = z.infer<typeof SwapRow>;

const swapColumns = (sql: SqlOrTx) => sql`
  id, order_number as "orderNumber", order_line_id as "orderLineId", from_title as "fromTitle", from_sku as "fromSku",
  to_sku as "toSku", to_title as "toTitle", to_unit_price_cents as "toUnitPriceCents", quantity,
  jsonb_build_object('cents', refund_cents, 'currency', currency) as refund, refund_method as "refundMethod",
  refund_send_by as "refundSendBy", location_id as "locationId"`;

/**
 * Writes an agreed swap down and keeps its units for the line; the line itself stays as it is (see swapLineGoods). The
 * caller has locked order and stock. Throws when the units are gone.
 */
export async function recordSwap(tx: Tx, swap: NewSwap): Promise<SwapRecord> {
  const { line, to, refund } = swap;
  const [row] = await tx`insert into line_swaps ${tx({
    order_number: line.orderNumber,
    order_line_id: line.id,
    from_sku: line.sku,
    from_title: line.title,
    from_unit_price_cents: line.unitPriceCents,
    to_sku: to.sku,
    to_title: to.title,
    to_unit_price_cents: to.priceCents,
    quantity: line.quantity,
    refund_cents: refund.cents,
    currency: refund.currency,
    refund_method: swap.refundMethod,
    refund_send_by: swap.refundSendBy,
    agreed_at: swap.at,
    agreed_in: swap.agreedIn,
    request_id: swap.requestId,
    location_id: to.locationId,
  })} returning ${swapColumns(tx)}`;
  const kept = await tx`
    update stock set allocated = allocated + ${line.quantity}
    where sku = ${to.sku} and location_id = ${to.locationId} and on_hand - allocated >= ${line.quantity}`;
  if (kept.count !== 1) throw new Error(`The units of ${to.sku} for line ${line.id} are gone`);
  return SwapRow.parse(row);
}

/** The swap that a request to the shop asks for. */
export async function swapAskedIn(sql: SqlOrTx, requestId: string): Promise<SwapRecord> {
  const [row] = await sql`select ${swapColumns(sql)} from line_swaps where request_id = ${requestId}`;
  return SwapRow.parse(row);
}

/** Puts the substitute on the line. The caller holds the order. */
export async function swapLineGoods(tx: Tx, swap: SwapRecord): Promise<void> {
  const { orderLineId, toSku, toTitle, toUnitPriceCents } = swap;
  await tx`
    update order_lines set sku = ${toSku}, title = ${toTitle}, unit_price_cents = ${toUnitPriceCents}
    where id = ${orderLineId}`;
}

/** Sets the units kept for a swap aside for its line, which has given back what it held of its own. */
export async function allocateKeptUnits(
  tx: Tx,
  { orderLineId, toSku, locationId, quantity }: SwapRecord,
): Promise<void> {
  await tx`
    insert into allocations (order_line_id, sku, location_id, quantity)
    values (${orderLineId}, ${toSku}, ${locationId}, ${quantity})`;
}

/** Gives the units kept for a swap back to the shelf. */
export async function releaseKeptUnits(tx: Tx, { toSku, locationId, quantity }: SwapRecord): Promise<void> {
  await tx`
    update stock set allocated = allocated - ${quantity} where sku = ${toSku} and location_id = ${locationId}`;
}
