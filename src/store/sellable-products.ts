import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

const ProductRow = z.object({
  sku: Sku,
  title: z.string(),
  brand: z.string(),
  category: z.string(),
  priceCents: z.int(),
});
export type SellableProduct = z.infer<typeof ProductRow>;

const columns = (sql: SqlOrTx) => sql`k.sku, k.title, p.brand, p.category, k.price_cents as "priceCents"`;

/** What the shop sells under a SKU in its currency; null when nothing, or no longer. */
export async function findSellable(sql: SqlOrTx, sku: Sku, currency: string): Promise<SellableProduct | null> {
  const [row] = await sql`
    select ${columns(sql)} from skus k join products p on p.id = k.product_id
    where k.sku = ${sku} and k.active and k.currency = ${currency}`;
  return row ? ProductRow.parse(row) : null;
}

/** All that the shop sells in its currency, by SKU; at most `most`. */
export async function allSellable(sql: SqlOrTx, currency: string, most: number): Promise<SellableProduct[]> {
  const rows = await sql`
    select ${columns(sql)} from skus k join products p on p.id = k.product_id
    where k.active and k.currency = ${currency} order by k.sku limit ${most}`;
  return rows.map((row) => ProductRow.parse(row));
}

/**
 * Makes those who take orders for a SKU take turns until the transaction ends, whether or not it has stock anywhere; then
 * holds its stock. All SKUs of an order in one call, so that two orders never wait for each other.
 */
export async function lockForTaking(tx: Tx, skus: readonly Sku[]): Promise<void> {
  await tx`select from skus where sku = any(${[...skus]}) order by sku for no key update`;
  await tx`select from stock where sku = any(${[...skus]}) order by sku, location_id for update`;
}

/** Whether a SKU was ever bought from anybody. */
export async function hasSupplier(sql: SqlOrTx, sku: Sku): Promise<boolean> {
  const [row] = await sql<{ bought: boolean }[]>`
    select exists (select from purchase_order_lines where sku = ${sku}) as bought`;
  return row?.bought === true;
}
