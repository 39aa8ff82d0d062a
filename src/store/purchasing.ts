import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { LocationId, PurchaseOrderLineId, PurchaseOrderNumber, Sku, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const SupplyRow = z.object({
  poLineId: PurchaseOrderLineId,
  poNumber: PurchaseOrderNumber,
  supplierId: SupplierId,
  supplierName: z.string(),
  sku: Sku,
  title: z.string(),
  locationId: LocationId,
  orderedOn: LocalDate,
  firstPromisedOn: LocalDate.nullable(),
  promisedOn: LocalDate.nullable(),
  promisesGiven: z.int(),
  partReceivedOn: LocalDate.nullable(),
  openQuantity: z.int(),
});
export type OpenSupply = z.infer<typeof SupplyRow>;

/** What is still to come of a SKU: open purchase order lines with the dates the supplier promised first and last. */
export const openSupplyFor = (sql: SqlOrTx, sku: Sku): Promise<OpenSupply[]> => openSupply(sql, { skus: [sku] });

/** The same of several SKUs, of one supplier, or of everything, in one read. */
export async function openSupply(
  sql: SqlOrTx,
  of: { readonly skus?: readonly Sku[]; readonly supplierId?: SupplierId } = {},
): Promise<OpenSupply[]> {
  const rows = await sql`
    select l.id as "poLineId", p.number as "poNumber", s.id as "supplierId", s.name as "supplierName", l.sku, k.title,
      p.location_id as "locationId", p.ordered_on as "orderedOn",
      given.first as "firstPromisedOn", given.last as "promisedOn", coalesce(given.count, 0)::int as "promisesGiven",
      got.newest as "partReceivedOn",
      (l.quantity - l.cancelled_quantity - coalesce(got.quantity, 0))::int as "openQuantity"
    from purchase_order_lines l
    join purchase_orders p on p.number = l.po_number
    join suppliers s on s.id = p.supplier_id
    join skus k on k.sku = l.sku
    left join lateral (
      -- a date that was only confirmed is given once
      select (array_agg(promised_on order by id))[1] as first, (array_agg(promised_on order by id desc))[1] as last,
        count(*) filter (where promised_on is distinct from before) as count
      from (
        select id, promised_on, lag(promised_on) over (order by id) as before
        from supplier_promises v where v.po_line_id = l.id
      ) dated
    ) given on true
    left join lateral (
      select sum(quantity) as quantity, max(received_on) as newest from receipts r where r.po_line_id = l.id
    ) got on true
    where p.state = 'open' and l.quantity - l.cancelled_quantity > coalesce(got.quantity, 0)
      ${of.skus ? sql`and l.sku = any(${[...of.skus]})` : sql``}
      ${of.supplierId ? sql`and p.supplier_id = ${of.supplierId}` : sql``}
    order by l.sku, "promisedOn" nulls last, l.id`;
  return rows.map((row) => SupplyRow.parse(row));
}

const ClosedLineRow = z.object({
  supplierId: SupplierId,
  sku: Sku,
  locationId: LocationId,
  orderedOn: LocalDate,
  orderedUnits: z.int(),
  promises: z.array(z.object({ givenOn: LocalDate, promisedOn: LocalDate })),
  deliveries: z.array(z.object({ receivedOn: LocalDate, units: z.int() })),
});
export type ClosedLineRecord = z.infer<typeof ClosedLineRow>;

/**
 * Purchase order lines that are over, newest first: what was promised when, and what came when. A line is over when all
 * of it has come or been cancelled, or when its order is.
 */
export async function closedLines(sql: SqlOrTx, most: number): Promise<ClosedLineRecord[]> {
  const rows = await sql`
    select p.supplier_id as "supplierId", l.sku, p.location_id as "locationId", p.ordered_on as "orderedOn",
      l.quantity as "orderedUnits", coalesce(given.promises, '[]') as promises, coalesce(got.deliveries, '[]') as deliveries
    from purchase_order_lines l join purchase_orders p on p.number = l.po_number
    left join lateral (
      select json_agg(json_build_object('givenOn', given_on, 'promisedOn', promised_on) order by id) as promises
      from supplier_promises v where v.po_line_id = l.id
    ) given on true
    left join lateral (
      select json_agg(json_build_object('receivedOn', received_on, 'units', quantity) order by received_on, id)
          as deliveries,
        sum(quantity) as quantity, max(received_on) as newest
      from receipts r where r.po_line_id = l.id
    ) got on true
    where p.state in ('received', 'cancelled') or l.cancelled_quantity + coalesce(got.quantity, 0) >= l.quantity
    order by got.newest desc nulls last, l.id limit ${most}`;
  return rows.map((row) => ClosedLineRow.parse(row));
}

/** Changes whenever goods are booked in, and when the shop's data is loaded anew; null while nothing was ever received. */
export async function newestReceipt(sql: SqlOrTx): Promise<string | null> {
  const [row] = await sql<{ mark: string }[]>`
    select concat_ws('/', id, po_line_id, quantity, received_on) as mark from receipts order by id desc limit 1`;
  return row?.mark ?? null;
}
