import { z } from 'zod';
import { type Instant, LocalDate, Zone } from '../domain/kernel/dates.js';
import { LocationId, PurchaseOrderLineId, PurchaseOrderNumber, Sku, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

/** A supplier with whom to write to, and when somebody is there. */
export const SupplierContact = z.object({
  supplierId: SupplierId,
  supplierName: z.string(),
  contactName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  zone: Zone,
  /** Weekdays on which somebody works there, 0 = Sunday. */
  workdays: z.array(z.int()),
  holidays: z.enum(['none', 'us_federal']),
  daysOff: z.array(LocalDate),
});
export type SupplierContact = z.infer<typeof SupplierContact>;

const contactColumns = (sql: SqlOrTx) => sql`
  s.id as "supplierId", s.name as "supplierName", s.contact_name as "contactName", s.email, s.phone, s.zone, s.workdays,
  s.holidays, array(select day from supplier_days_off d where d.supplier_id = s.id order by day) as "daysOff"`;

export async function findSupplier(sql: SqlOrTx, supplierId: SupplierId): Promise<SupplierContact | null> {
  const [row] = await sql`
    select to_jsonb(c) as supplier from (select ${contactColumns(sql)} from suppliers s where s.id = ${supplierId}) c`;
  return row ? SupplierContact.parse(row.supplier) : null;
}

const NameRow = z.object({ name: z.string() });

/** What a place to deliver to is called. */
export async function locationName(sql: SqlOrTx, locationId: LocationId): Promise<string> {
  const [row] = await sql`select name from locations where id = ${locationId}`;
  return NameRow.parse(row).name;
}

const LineRow = z.object({
  poLineId: PurchaseOrderLineId,
  lineNumber: z.int(),
  sku: Sku,
  title: z.string(),
  quantity: z.int(),
  cancelledQuantity: z.int(),
  /** Ordered less cancelled and received. */
  openQuantity: z.int(),
  unitCostCents: z.int().nullable(),
  /** The newest date the supplier gave, and the day on which it did. */
  promisedOn: LocalDate.nullable(),
  givenOn: LocalDate.nullable(),
});
export type PurchaseOrderLine = z.infer<typeof LineRow>;

const OrderRow = z.object({
  poNumber: PurchaseOrderNumber,
  state: z.enum(['placed', 'open', 'received', 'cancelled']),
  orderedOn: LocalDate,
  acknowledgedOn: LocalDate.nullable(),
  locationId: LocationId,
  locationName: z.string(),
  supplier: SupplierContact,
  lines: z.array(LineRow),
});
export type PurchaseOrder = z.infer<typeof OrderRow>;

/** Whether its supplier is to be asked nothing: all of it has come, it was cancelled, or they have not got it yet. */
export const isOver = ({ state, lines }: Pick<PurchaseOrder, 'state' | 'lines'>): boolean =>
  state !== 'open' || lines.every(({ openQuantity }) => openQuantity === 0);

/** Purchase orders with their lines: those named, or all whose goods are still to come. */
export async function purchaseOrders(
  sql: SqlOrTx,
  of: { readonly numbers: readonly PurchaseOrderNumber[] } | 'open',
): Promise<PurchaseOrder[]> {
  const rows = await sql`
    select p.number as "poNumber", p.state, p.ordered_on as "orderedOn", p.acknowledged_on as "acknowledgedOn",
      p.location_id as "locationId", w.name as "locationName",
      (select to_jsonb(c) from (select ${contactColumns(sql)} from suppliers s where s.id = p.supplier_id) c) as supplier,
      (select jsonb_agg(jsonb_build_object('poLineId', l.id, 'lineNumber', l.line_number, 'sku', l.sku, 'title', k.title,
          'quantity', l.quantity, 'cancelledQuantity', l.cancelled_quantity, 'unitCostCents', l.unit_cost_cents, 'promisedOn', newest.promised_on,
          'givenOn', newest.given_on, 'openQuantity', greatest(0, l.quantity - l.cancelled_quantity
            - coalesce((select sum(r.quantity) from receipts r where r.po_line_id = l.id), 0))) order by l.line_number)
        from purchase_order_lines l join skus k on k.sku = l.sku
        left join lateral (
          select promised_on, given_on from supplier_promises v where v.po_line_id = l.id order by v.id desc limit 1
        ) newest on true
        where l.po_number = p.number) as lines
    from purchase_orders p join locations w on w.id = p.location_id
    where ${of === 'open' ? sql`p.state = 'open'` : sql`p.number = any(${[...of.numbers]})`}
      and exists (select from purchase_order_lines l where l.po_number = p.number)
    order by p.number`;
  return rows.map((row) => OrderRow.parse(row));
}

export async function findPurchaseOrder(sql: SqlOrTx, poNumber: PurchaseOrderNumber): Promise<PurchaseOrder | null> {
  const [order] = await purchaseOrders(sql, { numbers: [poNumber] });
  return order ?? null;
}

/** The same, held until the transaction ends: who writes to its supplier comes one after another. */
export async function lockPurchaseOrder(tx: Tx, poNumber: PurchaseOrderNumber): Promise<PurchaseOrder | null> {
  await tx`select from purchase_orders where number = ${poNumber} for update`;
  return findPurchaseOrder(tx, poNumber);
}

/** Keeps that a supplier was asked about an order. */
export async function addSupplierQuestion(tx: Tx, poNumber: PurchaseOrderNumber, askedOn: LocalDate): Promise<void> {
  await tx`insert into supplier_questions (po_number, asked_on) values (${poNumber}, ${askedOn})`;
}

/** Forgets a question that did not reach them: nobody owes an answer to it. */
export async function dropSupplierQuestion(tx: Tx, poNumber: PurchaseOrderNumber, askedOn: LocalDate): Promise<void> {
  await tx`
    delete from supplier_questions where id = (
      select id from supplier_questions
      where po_number = ${poNumber} and asked_on = ${askedOn} and answered_on is null limit 1)`;
}

/**
 * Keeps that the supplier answered about an order: every mail and question of it that waits is answered by it. Call it for
 * each mail of a person that comes in about the order, whatever it claims.
 */
export async function keepSupplierAnswer(
  tx: Tx,
  { poNumber, on, at }: { readonly poNumber: PurchaseOrderNumber; readonly on: LocalDate; readonly at: Instant },
): Promise<void> {
  await tx`
    update supplier_mails set answered_at = ${at}
    where po_number = ${poNumber} and state = 'sent' and answered_at is null`;
  await tx`
    update supplier_questions set answered_on = greatest(asked_on, ${on}::date)
    where po_number = ${poNumber} and answered_on is null`;
}
