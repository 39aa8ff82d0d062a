import { z } from 'zod';
import { OrderNumber, type Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

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
