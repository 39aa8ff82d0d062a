import type { Sql } from '../../src/store/connect.js';
import { TODAY } from '../support/shop.js';

let sold = 0;

/** Writes an order of one line into a scenario's shop, so many days before its today; delivered unless told otherwise. */
export async function sell(
  sql: Sql,
  sku: string,
  {
    daysAgo,
    units = 1,
    state = 'delivered',
    waitedFrom,
    cents = 1_000,
  }: { daysAgo: number; units?: number; state?: string; waitedFrom?: number; cents?: number },
): Promise<string> {
  const number = `S${++sold}`;
  await sql`
    insert into orders (number, customer_id, sales_channel_id, placed_at, currency, paid_cents, payment_method,
      ship_to_name, ship_to_street, ship_to_city, ship_to_postcode, ship_to_zone)
    values (${number}, 'ana', 'web', ${TODAY}::date + time '20:00' - ${daysAgo} * interval '1 day', 'USD', ${units * cents},
      'Visa', 'Ana', '1 Test Street', 'Portland', '97201', 'America/Los_Angeles')`;
  await sql`
    insert into order_lines (order_number, line_number, sku, title, quantity, unit_price_cents, state, backordered_at)
    select ${number}, 1, ${sku}, title, ${units}, ${cents}, ${state},
      ${waitedFrom === undefined ? null : sql`${TODAY}::date + time '20:00' - ${waitedFrom} * interval '1 day'`}
    from skus where sku = ${sku}`;
  return `${number}-1`;
}
