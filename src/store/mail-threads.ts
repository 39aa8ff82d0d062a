import { z } from 'zod';
import { CustomerId, PurchaseOrderNumber, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const NoticeRow = z.object({ noticeId: z.string() });

/** The delay notice that an id stands for, whatever its case. */
export async function noticeNamed(sql: SqlOrTx, id: string): Promise<string | null> {
  const [row] = await sql`select id as "noticeId" from delay_notices where lower(id) = ${id.toLowerCase()}`;
  return row ? NoticeRow.parse(row).noticeId : null;
}

/** The delay notice that went out under one of these Message-IDs; of several the first. */
export async function noticeOfMessages(sql: SqlOrTx, messageIds: readonly string[]): Promise<string | null> {
  const [row] = await sql`
    select id as "noticeId" from delay_notices where message_id = any(${[...messageIds]})
    order by array_position(${[...messageIds]}::text[], message_id) limit 1`;
  return row ? NoticeRow.parse(row).noticeId : null;
}

const OrderRow = z.object({ poNumber: PurchaseOrderNumber });

/** The purchase order of this number, if there is one. */
export async function purchaseOrderNamed(sql: SqlOrTx, number: string): Promise<PurchaseOrderNumber | null> {
  const [row] = await sql`select number as "poNumber" from purchase_orders where number = ${number.toUpperCase()}`;
  return row ? OrderRow.parse(row).poNumber : null;
}

const SupplierRow = z.object({ supplierId: SupplierId, openOrders: z.array(PurchaseOrderNumber) });

/** The suppliers with this address on file, each with its open purchase orders. */
export async function suppliersWriting(sql: SqlOrTx, address: string): Promise<z.infer<typeof SupplierRow>[]> {
  const rows = await sql`
    select s.id as "supplierId", array(
      select number from purchase_orders p where p.supplier_id = s.id and p.state = 'open' order by number
    ) as "openOrders"
    from suppliers s where lower(s.email) = ${address} order by s.id`;
  return rows.map((row) => SupplierRow.parse(row));
}

const CustomerRow = z.object({ customerId: CustomerId });

/** The customer with this address on file; null where none or several have it. */
export async function customerWriting(sql: SqlOrTx, address: string): Promise<CustomerId | null> {
  const rows = await sql`
    select distinct customer_id as "customerId" from contact_points where kind = 'email' and value = ${address} limit 2`;
  const [only, another] = rows.map((row) => CustomerRow.parse(row).customerId);
  return only !== undefined && another === undefined ? only : null;
}
