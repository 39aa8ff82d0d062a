import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { type OrderNumber, PurchaseOrderNumber, Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const AwaitedRow = z.object({
  poNumber: PurchaseOrderNumber,
  supplierName: z.string(),
  supplierEmail: z.string(),
  sku: Sku,
  title: z.string(),
  openQuantity: z.int(),
  promisedOn: LocalDate,
  customers: z.int(),
  /** Our newest mail to the supplier about it, by its Message-ID; null before the first. */
  lastMailId: z.string().nullable(),
});
export type AwaitedDelivery = z.infer<typeof AwaitedRow>;

/**
 * Open purchase orders of one line with a date ahead of `today` that customers wait for: first those that one of `orders`
 * waits for, in that order, then the soonest.
 */
export async function awaitedDeliveries(
  sql: SqlOrTx,
  {
    today,
    orders,
    most,
  }: { readonly today: LocalDate; readonly orders: readonly OrderNumber[]; readonly most: number },
): Promise<AwaitedDelivery[]> {
  const rows = await sql`
    with waiting as (
      select l.sku, count(distinct o.customer_id)::int as customers,
        min(array_position(${[...orders]}::text[], o.number)) as place
      from order_lines l join orders o on o.number = l.order_number
      where l.state in ('backordered', 'part_shipped') group by l.sku
    )
    select p.number as "poNumber", s.name as "supplierName", s.email as "supplierEmail", l.sku, k.title,
      (l.quantity - l.cancelled_quantity - coalesce(got.quantity, 0))::int as "openQuantity",
      given.newest as "promisedOn", w.customers,
      (select m.message_id from supplier_mails m where m.po_number = p.number and m.state = 'sent'
        order by m.settled_at desc, m.id desc limit 1) as "lastMailId"
    from purchase_orders p
    join purchase_order_lines l on l.po_number = p.number
    join suppliers s on s.id = p.supplier_id
    join skus k on k.sku = l.sku
    join waiting w on w.sku = l.sku
    join lateral (
      select (array_agg(promised_on order by v.id desc))[1] as newest from supplier_promises v where v.po_line_id = l.id
    ) given on given.newest > ${today}
    left join lateral (select sum(quantity) as quantity from receipts r where r.po_line_id = l.id) got on true
    where p.state = 'open' and s.email is not null and l.quantity - l.cancelled_quantity > coalesce(got.quantity, 0)
      and (select count(*) from purchase_order_lines n where n.po_number = p.number) = 1
    order by w.place nulls last, given.newest, p.number limit ${most}`;
  return rows.map((row) => AwaitedRow.parse(row));
}
