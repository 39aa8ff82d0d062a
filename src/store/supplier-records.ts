import { z } from 'zod';
import { LocalDate, Zone } from '../domain/kernel/dates.js';
import { PurchaseOrderLineId, Sku, SupplierId } from '../domain/kernel/ids.js';
import type { AgreedTerms, SupplierFacts } from '../domain/suppliers/supplier-facts.js';
import type { SqlOrTx } from './connect.js';

const SupplierRow = z.object({ supplierId: SupplierId, supplierName: z.string(), zone: Zone });
export type SupplierRecord = z.infer<typeof SupplierRow>;

/** Every supplier, by name. */
export async function allSuppliers(sql: SqlOrTx): Promise<SupplierRecord[]> {
  const rows = await sql`select id as "supplierId", name as "supplierName", zone from suppliers order by name, id`;
  return rows.map((row) => SupplierRow.parse(row));
}

const ReceiptRow = z.object({
  poLineId: PurchaseOrderLineId,
  sku: Sku,
  orderedOn: LocalDate,
  promisedOn: LocalDate.nullable(),
  receivedOn: LocalDate,
  quantityOrdered: z.int(),
  quantityReceived: z.int(),
  quantityDefective: z.int(),
});
const RevisionRow = z.object({
  poLineId: PurchaseOrderLineId,
  revisedOn: LocalDate,
  from: LocalDate,
  to: LocalDate,
  receivedOn: LocalDate.nullable(),
});
const RequestRow = z.object({
  kind: z.enum(['acknowledgement', 'question']),
  askedOn: LocalDate,
  answeredOn: LocalDate.nullable(),
});

/**
 * One supplier's record of the orders written since a day. A line counts as received when nothing more of it will come;
 * cancelled lines of which nothing came are no receipts.
 */
export async function supplierFacts(sql: SqlOrTx, supplierId: SupplierId, since: LocalDate): Promise<SupplierFacts> {
  const [receipts, revisions, requests] = await Promise.all([
    sql`
      ${linesOver(sql, supplierId, since)}
      select id as "poLineId", sku, ordered_on as "orderedOn", received_on as "receivedOn",
        quantity as "quantityOrdered", received as "quantityReceived",
        (select promised_on from supplier_promises v where v.po_line_id = line.id order by v.id limit 1) as "promisedOn",
        coalesce((select sum(quantity) from defects d where d.po_line_id = line.id), 0)::int as "quantityDefective"
      from line where is_over and received_on is not null order by received_on, id`,
    sql`
      ${linesOver(sql, supplierId, since)}
      select * from (
        select v.po_line_id as "poLineId", v.given_on as "revisedOn", v.promised_on as "to",
          lag(v.promised_on) over (partition by v.po_line_id order by v.id) as "from",
          case when is_over then received_on end as "receivedOn"
        from line join supplier_promises v on v.po_line_id = line.id
      ) given where "from" <> "to" order by "revisedOn", "poLineId"`,
    sql`
      select 'acknowledgement' as kind, ordered_on as "askedOn", acknowledged_on as "answeredOn"
      from purchase_orders where supplier_id = ${supplierId} and ordered_on >= ${since} and state <> 'placed'
      union all
      select 'question', q.asked_on, q.answered_on from supplier_questions q join purchase_orders p on p.number = q.po_number
      where p.supplier_id = ${supplierId} and p.ordered_on >= ${since}`,
  ]);
  return {
    receipts: receipts.map((row) => ReceiptRow.parse(row)),
    revisions: revisions.map((row) => RevisionRow.parse(row)),
    requests: requests.map((row) => RequestRow.parse(row)),
  };
}

const linesOver = (sql: SqlOrTx, supplierId: SupplierId, since: LocalDate) => sql`
  with line as (
    select l.id, l.sku, l.quantity, p.ordered_on, coalesce(got.quantity, 0)::int as received, got.newest as received_on,
      p.state in ('received', 'cancelled') or l.cancelled_quantity + coalesce(got.quantity, 0) >= l.quantity as is_over
    from purchase_orders p join purchase_order_lines l on l.po_number = p.number
    left join lateral (
      select sum(quantity) as quantity, max(received_on) as newest from receipts r where r.po_line_id = l.id
    ) got on true
    where p.supplier_id = ${supplierId} and p.ordered_on >= ${since}
  )`;

const TermsRow = z.object({
  leadDays: z.int().nullable(),
  onTimeRate: z.number().nullable(),
  fillRate: z.number().nullable(),
  acknowledgementDays: z.int().nullable(),
  defectRate: z.number().nullable(),
});

/** What was agreed with a supplier last, up to a day; null where nothing ever was. */
export async function agreedTerms(sql: SqlOrTx, supplierId: SupplierId, today: LocalDate): Promise<AgreedTerms | null> {
  const [row] = await sql`
    select lead_days as "leadDays", on_time_rate as "onTimeRate", fill_rate as "fillRate",
      acknowledgement_days as "acknowledgementDays", defect_rate as "defectRate"
    from supplier_terms where supplier_id = ${supplierId} and agreed_on <= ${today} order by agreed_on desc limit 1`;
  return row ? TermsRow.parse(row) : null;
}
