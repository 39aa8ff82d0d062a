import { z } from 'zod';
import { Instant, type LocalDate } from '../domain/kernel/dates.js';
import { LocationId, PurchaseOrderNumber, Sku, SupplierId } from '../domain/kernel/ids.js';
import { Currency } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';

const ReorderRow = z.object({
  reorderId: z.int(),
  sku: Sku,
  supplierId: SupplierId,
  locationId: LocationId,
  quantity: z.int(),
  unitCostCents: z.int(),
  currency: Currency,
  /** The proposal as it was shown to whoever asked. */
  shown: z.unknown(),
  /** The least rank that may order so much; null where whoever asked may. */
  authority: z.enum(['rep', 'lead', 'manager']).nullable(),
  requestedBy: z.string(),
  expiresAt: Instant,
  state: z.enum(['waiting', 'ordered', 'declined', 'expired']),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  poNumber: PurchaseOrderNumber.nullable(),
});
export type ReorderRecord = z.infer<typeof ReorderRow>;

const columns = (sql: SqlOrTx) => sql`
  id as "reorderId", sku, supplier_id as "supplierId", location_id as "locationId", quantity,
  unit_cost_cents as "unitCostCents", currency, shown, authority, requested_by as "requestedBy",
  expires_at as "expiresAt", state, decided_by as "decidedBy", reason, po_number as "poNumber"`;

export type NewReorder = Pick<
  ReorderRecord,
  | 'sku'
  | 'supplierId'
  | 'locationId'
  | 'quantity'
  | 'unitCostCents'
  | 'currency'
  | 'shown'
  | 'authority'
  | 'requestedBy'
> & { readonly at: Instant; readonly expiresAt: Instant };

/** Whoever orders an item, or decides about it, comes one after another. */
export async function lockReordersOf(tx: Tx, sku: Sku): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext(${`reorder ${sku}`}))`;
}

const columnsOfNew = (tx: Tx, { sku, supplierId, locationId, quantity, unitCostCents, currency, shown }: NewReorder) =>
  tx`${sku}, ${supplierId}, ${locationId}, ${quantity}, ${unitCostCents}, ${currency}, ${tx.json(shown as never)}`;

/** Keeps a request that somebody else must allow. The caller holds the item's lock and saw that none waits. */
export async function addReorderRequest(tx: Tx, reorder: NewReorder): Promise<ReorderRecord> {
  const [row] = await tx`
    insert into reorders (sku, supplier_id, location_id, quantity, unit_cost_cents, currency, shown, authority,
      requested_by, requested_at, expires_at, state)
    values (${columnsOfNew(tx, reorder)}, ${reorder.authority}, ${reorder.requestedBy}, ${reorder.at},
      ${reorder.expiresAt}, 'waiting')
    returning ${columns(tx)}`;
  return ReorderRow.parse(row);
}

/** Keeps what somebody ordered who may. */
export async function addOrderedReorder(tx: Tx, reorder: NewReorder, poNumber: PurchaseOrderNumber): Promise<void> {
  await tx`
    insert into reorders (sku, supplier_id, location_id, quantity, unit_cost_cents, currency, shown, authority,
      requested_by, requested_at, expires_at, state, decided_by, decided_at, po_number)
    values (${columnsOfNew(tx, reorder)}, null, ${reorder.requestedBy}, ${reorder.at}, ${reorder.expiresAt}, 'ordered',
      ${reorder.requestedBy}, ${reorder.at}, ${poNumber})`;
}

export async function findReorder(sql: SqlOrTx, reorderId: number): Promise<ReorderRecord | null> {
  const [row] = await sql`select ${columns(sql)} from reorders where id = ${reorderId}`;
  return row ? ReorderRow.parse(row) : null;
}

/** The request about an item that waits; null where none does. */
export async function waitingReorder(sql: SqlOrTx, sku: Sku): Promise<ReorderRecord | null> {
  const [row] = await sql`select ${columns(sql)} from reorders where sku = ${sku} and state = 'waiting'`;
  return row ? ReorderRow.parse(row) : null;
}

export type ReorderDecision = { readonly by: string; readonly at: Instant; readonly reason: string | null } & (
  | { readonly state: 'ordered'; readonly quantity: number; readonly poNumber: PurchaseOrderNumber }
  | { readonly state: 'declined' }
);

/** Writes a decision down; the caller holds a request that waits. */
export async function decideReorder(tx: Tx, reorderId: number, decision: ReorderDecision): Promise<void> {
  const ordered = decision.state === 'ordered' ? decision : null;
  await tx`
    update reorders set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.at},
      reason = ${decision.reason}, quantity = coalesce(${ordered?.quantity ?? null}, quantity),
      po_number = ${ordered?.poNumber ?? null}
    where id = ${reorderId} and state = 'waiting'`;
}

const IdRow = z.object({ reorderId: z.int() });

/** Ends every request whose time is over. Returns their ids. */
export async function expireReorders(tx: Tx, now: Instant): Promise<number[]> {
  const rows = await tx`
    update reorders set state = 'expired', decided_at = ${now} where state = 'waiting' and expires_at <= ${now}
    returning id as "reorderId"`;
  return rows.map((row) => IdRow.parse(row).reorderId);
}

const AnyRow = z.object({ any: z.boolean() });

/** Whether a request waits whose time is over. */
export async function isAnyReorderOver(sql: SqlOrTx): Promise<boolean> {
  const [row] = await sql`
    select exists (select from reorders where state = 'waiting' and expires_at <= business_now()) as any`;
  return AnyRow.parse(row).any;
}

const NumberRow = z.object({ poNumber: PurchaseOrderNumber });

/** The number the next purchase order gets, by the shop's pattern such as "PO-{n}". */
export async function nextPurchaseOrderNumber(sql: SqlOrTx, pattern: string): Promise<PurchaseOrderNumber> {
  const start = pattern.replace('{n}', '');
  const [row] = await sql`
    select ${start}::text || (1 + coalesce(max(substring(number from length(${start}) + 1)::bigint), 0)) as "poNumber"
    from purchase_orders where starts_with(number, ${start}) and substring(number from length(${start}) + 1) ~ '^\\d{1,9}$'`;
  return NumberRow.parse(row).poNumber;
}

export interface NewPurchaseOrder {
  readonly supplierId: SupplierId;
  readonly locationId: LocationId;
  readonly orderedOn: LocalDate;
  readonly lines: readonly { readonly sku: Sku; readonly quantity: number; readonly unitCostCents: number }[];
}

/** Writes a purchase order; it counts as supply once its supplier has it. */
export async function writePurchaseOrder(
  tx: Tx,
  order: NewPurchaseOrder,
  pattern: string,
): Promise<PurchaseOrderNumber> {
  await tx`select pg_advisory_xact_lock(hashtext('purchase-order-number'))`;
  const number = await nextPurchaseOrderNumber(tx, pattern);
  await tx`
    insert into purchase_orders (number, supplier_id, location_id, ordered_on, state)
    values (${number}, ${order.supplierId}, ${order.locationId}, ${order.orderedOn}, 'placed')`;
  for (const [at, { sku, quantity, unitCostCents }] of order.lines.entries())
    await tx`
      insert into purchase_order_lines (po_number, line_number, sku, quantity, unit_cost_cents)
      values (${number}, ${at + 1}, ${sku}, ${quantity}, ${unitCostCents})`;
  return number;
}

/** The order of an item that is written and not out yet; null where there is none. */
export async function placedOrderOf(sql: SqlOrTx, sku: Sku): Promise<PurchaseOrderNumber | null> {
  const [row] = await sql`
    select p.number as "poNumber" from purchase_orders p join purchase_order_lines l on l.po_number = p.number
    where p.state = 'placed' and l.sku = ${sku} order by p.number limit 1`;
  return row ? NumberRow.parse(row).poNumber : null;
}

/** Its mail came back: it is no supply, unless they confirmed it, gave a date or delivered all the same. */
export async function unopenOrder(tx: Tx, poNumber: PurchaseOrderNumber): Promise<void> {
  await tx`
    update purchase_orders p set state = 'placed'
    where number = ${poNumber} and state = 'open' and acknowledged_on is null and not exists (
      select from purchase_order_lines l where l.po_number = p.number and (
        exists (select from supplier_promises v where v.po_line_id = l.id)
        or exists (select from receipts r where r.po_line_id = l.id)))`;
}

/** It never reached its supplier and is taken back. */
export async function withdrawPlacedOrder(tx: Tx, poNumber: PurchaseOrderNumber): Promise<void> {
  await tx`update purchase_orders set state = 'cancelled' where number = ${poNumber} and state = 'placed'`;
}

/** The supplier has the order: from now on it counts as supply. */
export async function openPlacedOrder(tx: Tx, poNumber: PurchaseOrderNumber): Promise<void> {
  await tx`update purchase_orders set state = 'open' where number = ${poNumber} and state = 'placed'`;
}
