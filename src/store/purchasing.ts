import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { LocationId, PurchaseOrderLineId, PurchaseOrderNumber, type Sku, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const SupplyRow = z.object({
  poLineId: PurchaseOrderLineId,
  poNumber: PurchaseOrderNumber,
  supplierId: SupplierId,
  supplierName: z.string(),
  locationId: LocationId,
  orderedOn: LocalDate,
  promisedOn: LocalDate.nullable(),
  openQuantity: z.int(),
});
export type OpenSupply = z.infer<typeof SupplyRow>;

/** What is still to come of a SKU: open purchase order lines with the date the supplier promised last. */
export async function openSupplyFor(sql: SqlOrTx, sku: Sku): Promise<OpenSupply[]> {
  const rows = await sql`
    select l.id as "poLineId", p.number as "poNumber", s.id as "supplierId", s.name as "supplierName",
      p.location_id as "locationId", p.ordered_on as "orderedOn",
      (select promised_on from supplier_promises v where v.po_line_id = l.id order by v.id desc limit 1) as "promisedOn",
      (l.quantity - l.cancelled_quantity - coalesce(got.quantity, 0))::int as "openQuantity"
    from purchase_order_lines l
    join purchase_orders p on p.number = l.po_number
    join suppliers s on s.id = p.supplier_id
    left join lateral (select sum(quantity) as quantity from receipts r where r.po_line_id = l.id) got on true
    where l.sku = ${sku} and p.state = 'open' and l.quantity - l.cancelled_quantity > coalesce(got.quantity, 0)
    order by "promisedOn" nulls last, l.id`;
  return rows.map((row) => SupplyRow.parse(row));
}

const ReceiptRow = z.object({
  supplierId: SupplierId,
  orderedOn: LocalDate,
  firstPromisedOn: LocalDate.nullable(),
  receivedOn: LocalDate,
});
export type ReceivedLine = z.infer<typeof ReceiptRow>;

/** How received lines came in against the first date promised, newest first. A line counts at its last receipt. */
export async function receivedLines(sql: SqlOrTx, most: number): Promise<ReceivedLine[]> {
  const rows = await sql`
    select p.supplier_id as "supplierId", p.ordered_on as "orderedOn",
      (select promised_on from supplier_promises v where v.po_line_id = l.id order by v.id limit 1) as "firstPromisedOn",
      max(r.received_on) as "receivedOn"
    from receipts r join purchase_order_lines l on l.id = r.po_line_id join purchase_orders p on p.number = l.po_number
    group by l.id, p.number
    having sum(r.quantity) + l.cancelled_quantity >= l.quantity or p.state = 'received'
    order by "receivedOn" desc, l.id limit ${most}`;
  return rows.map((row) => ReceiptRow.parse(row));
}

/** Changes whenever goods are booked in, and when the shop's data is loaded anew; null while nothing was ever received. */
export async function newestReceipt(sql: SqlOrTx): Promise<string | null> {
  const [row] = await sql<{ mark: string }[]>`
    select concat_ws('/', id, po_line_id, quantity, received_on) as mark from receipts order by id desc limit 1`;
  return row?.mark ?? null;
}
