import type { LocalDate } from '../domain/kernel/dates.js';
import type { Sql, SqlOrTx, Tx } from '../store/connect.js';
import { buildShop } from './build-shop.js';
import type { DemoRows } from './rows.js';

export interface DemoSummary {
  readonly skus: number;
  readonly customers: number;
  readonly orders: number;
  readonly waitingLines: number;
  readonly suppliers: number;
  readonly receivedPurchaseOrders: number;
}

/** There are orders or SKUs already; loading on top of them would mix a real shop with an invented one. */
export class ShopNotEmptyError extends Error {
  override readonly name = 'ShopNotEmptyError';
  constructor() {
    super('The shop is not empty. Run `npm run desk -- demo reset` to throw everything away and start again.');
  }
}

/** Whether nothing has been sold, stocked or bought yet, so that the demo shop may move in. */
export async function isShopEmpty(sql: SqlOrTx): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`
    select not exists (select from orders) and not exists (select from skus) and not exists (select from customers)
      and not exists (select from suppliers) and not exists (select from locations) as empty`;
  return row?.empty === true;
}

const SEED = 20;

/**
 * Fills an empty, migrated database with the demo shop, all or nothing, in one transaction of set-based inserts.
 * `today` is the shop's calendar day; every date follows from it and everything that happened lies before its first
 * moment in UTC. The same seed and day give the same rows. Two processes at once: one loads, the other is refused.
 * Throws ShopNotEmptyError.
 */
export async function loadDemo(
  sql: Sql,
  { today, seed = SEED }: { today: LocalDate; seed?: number },
): Promise<DemoSummary> {
  const rows = buildShop({ today, seed });
  await sql.begin(async (tx) => {
    await tx`lock table orders, skus, customers, suppliers, locations in exclusive mode`;
    if (!(await isShopEmpty(tx))) throw new ShopNotEmptyError();
    for (const table of TABLES) {
      if (table === 'consents') await insertConsents(tx, rows.consents);
      else await insert(tx, table, rows[table]);
    }
  });
  // without fresh statistics the first answers are planned for empty tables
  await sql`analyze`;
  return {
    skus: rows.skus.length,
    customers: rows.customers.length,
    orders: rows.orders.length,
    waitingLines: rows.order_lines.filter((line) => line.state === 'backordered').length,
    suppliers: rows.suppliers.length,
    receivedPurchaseOrders: rows.purchase_orders.filter((order) => order.state === 'received').length,
  };
}

/** So that what is pointed at is there first. */
const TABLES = [
  'customers',
  'contact_points',
  'consents',
  'products',
  'skus',
  'locations',
  'sales_channels',
  'stock',
  'stock_buffers',
  'suppliers',
  'purchase_orders',
  'purchase_order_lines',
  'supplier_promises',
  'receipts',
  'defects',
  'supplier_terms',
  'supplier_items',
  'supplier_questions',
  'orders',
  'order_lines',
  'order_line_events',
  'allocations',
  'shipping_statements',
  'delay_records',
  'shipments',
  'shipment_lines',
  'carrier_scans',
  'refunds',
] as const satisfies readonly (keyof DemoRows)[];

/** One statement per table: PostgreSQL reads the rows from JSON with the table's own types, in their order. */
async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  await tx`
    insert into ${tx(table)} (${tx(columns)})
    select ${tx(columns)} from json_populate_recordset(null::${tx(table)}, ${JSON.stringify(rows)}::text::json)`;
}

async function insertConsents(tx: Tx, rows: DemoRows['consents']): Promise<void> {
  await tx`
    insert into consents (contact_point_id, purpose, granted, source, at)
    select p.id, c.purpose, c.granted, c.source, c.at
    from rows from (json_to_recordset(${JSON.stringify(rows)}::text::json)
        as (customer_id text, kind text, purpose text, granted boolean, source text, at timestamptz)) with ordinality
      as c (customer_id, kind, purpose, granted, source, at, place)
    join contact_points p on p.customer_id = c.customer_id and p.kind = c.kind
    order by c.place`;
}
