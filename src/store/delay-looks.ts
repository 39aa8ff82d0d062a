import { z } from 'zod';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
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

const WaitingRow = z.object({ customerId: CustomerId, orderNumber: OrderNumber });
export type WaitingOrder = z.infer<typeof WaitingRow>;

/** Orders that wait for stock; with `promiseIds`, those that wait for what these promises are about. */
export async function waitingOrders(sql: SqlOrTx, promiseIds?: readonly number[]): Promise<WaitingOrder[]> {
  const rows = await sql`
    select distinct o.customer_id as "customerId", o.number as "orderNumber"
    from order_lines l join orders o on o.number = l.order_number
    where l.state in ('backordered', 'part_shipped')
      ${
        promiseIds
          ? sql`and l.sku in (
              select p.sku from supplier_promises v join purchase_order_lines p on p.id = v.po_line_id
              where v.id = any(${[...promiseIds]}))`
          : sql``
      }
    order by 1, 2`;
  return rows.map((row) => WaitingRow.parse(row));
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
