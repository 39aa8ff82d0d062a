import { z } from 'zod';
import { OrderNumber, type Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const DueRow = z.object({ isDue: z.boolean() });

/** Whether so many hours of business time went by since all orders that wait were looked through, or the clock was put back. */
export async function isLookDue(sql: SqlOrTx, everyHours: number): Promise<boolean> {
  const [row] = await sql`
    select not exists (
      select from delay_looks
      where looked_at <= business_now() and looked_at > business_now() - make_interval(hours => ${everyHours})
    ) as "isDue"`;
  return DueRow.parse(row).isDue;
}

/** Keeps that all orders were looked through now. */
export async function keepLook(sql: SqlOrTx): Promise<void> {
  await sql`
    insert into delay_looks (looked_at) values (business_now()) on conflict (id) do update set looked_at = excluded.looked_at`;
}

/** Orders that wait for what some promises are about. */
export async function waitingOrders(sql: SqlOrTx, promiseIds: readonly number[]): Promise<OrderNumber[]> {
  const rows = await sql<{ number: string }[]>`
    select distinct order_number as number from order_lines
    where state in ('backordered', 'part_shipped') and sku in (
      select p.sku from supplier_promises v join purchase_order_lines p on p.id = v.po_line_id
      where v.id = any(${[...promiseIds]}))
    order by 1`;
  return rows.map(({ number }) => OrderNumber.parse(number));
}

/** Orders that wait for stock: for one SKU, or for any. */
export async function ordersWaitingFor(sql: SqlOrTx, sku?: Sku): Promise<OrderNumber[]> {
  const rows = await sql<{ number: string }[]>`
    select distinct order_number as number from order_lines
    where state in ('backordered', 'part_shipped') ${sku ? sql`and sku = ${sku}` : sql``} order by 1`;
  return rows.map(({ number }) => OrderNumber.parse(number));
}

const CauseRow = z.object({ cause: z.int().nullable() });

/** The newest of some promises that is about what a notice's lines wait for; null for none. */
export async function causeAmong(
  sql: SqlOrTx,
  orderLineIds: readonly string[],
  promiseIds: readonly number[],
): Promise<number | null> {
  const [row] = await sql`
    select max(v.id) as cause from supplier_promises v join purchase_order_lines p on p.id = v.po_line_id
    join order_lines l on l.sku = p.sku
    where v.id = any(${[...promiseIds]}) and l.id = any(${[...orderLineIds]})`;
  return CauseRow.parse(row).cause;
}
