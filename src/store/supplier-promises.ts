import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { PurchaseOrderLineId, type PurchaseOrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

const PromiseRow = z.object({
  promiseId: z.int(),
  poLineId: PurchaseOrderLineId,
  promisedOn: LocalDate,
  givenOn: LocalDate,
  source: z.string(),
  claimId: z.int().nullable(),
});
export type SupplierPromise = z.infer<typeof PromiseRow>;

const columns = (sql: SqlOrTx) => sql`
  v.id as "promiseId", v.po_line_id as "poLineId", v.promised_on as "promisedOn", v.given_on as "givenOn", v.source,
  v.claim_id as "claimId"`;

/** Adds a date to the history of a line; the newest one counts. Its id. */
export async function addSupplierPromise(tx: Tx, promise: Omit<SupplierPromise, 'promiseId'>): Promise<number> {
  const [row] = await tx`
    insert into supplier_promises as v (po_line_id, promised_on, given_on, source, claim_id)
    values (${promise.poLineId}, ${promise.promisedOn}, ${promise.givenOn}, ${promise.source}, ${promise.claimId})
    returning ${columns(tx)}`;
  return PromiseRow.parse(row).promiseId;
}

/** The dates a line was promised for, oldest first. */
export async function promisesOfLine(sql: SqlOrTx, poLineId: PurchaseOrderLineId): Promise<SupplierPromise[]> {
  const rows =
    await sql`select ${columns(sql)} from supplier_promises v where v.po_line_id = ${poLineId} order by v.id`;
  return rows.map((row) => PromiseRow.parse(row));
}

/** The same of all lines of an order. */
export async function promisesOfOrder(sql: SqlOrTx, poNumber: PurchaseOrderNumber): Promise<SupplierPromise[]> {
  const rows = await sql`
    select ${columns(sql)} from supplier_promises v join purchase_order_lines l on l.id = v.po_line_id
    where l.po_number = ${poNumber} order by v.id`;
  return rows.map((row) => PromiseRow.parse(row));
}

/** So many more units of a line will not come; fewer below 0. */
export async function cancelUnits(tx: Tx, poLineId: PurchaseOrderLineId, units: number): Promise<void> {
  await tx`update purchase_order_lines set cancelled_quantity = cancelled_quantity + ${units} where id = ${poLineId}`;
}

/** The supplier has taken the order, at the latest by what it said on a day. */
export async function acknowledge(tx: Tx, poNumber: PurchaseOrderNumber, saidOn: LocalDate): Promise<void> {
  await tx`
    update purchase_orders set acknowledged_on = greatest(ordered_on, ${saidOn}::date)
    where number = ${poNumber} and acknowledged_on is null`;
}
