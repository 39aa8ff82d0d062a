import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import { type PurchaseOrderLineId, Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

const AlertRow = z.object({
  sku: Sku,
  itemName: z.string(),
  belowDays: z.int(),
  setBy: z.string(),
  isLow: z.boolean(),
});
export type StockAlert = z.infer<typeof AlertRow>;

/** Every SKU that somebody watches, with its threshold. */
export async function stockAlerts(sql: SqlOrTx): Promise<StockAlert[]> {
  const rows = await sql`
    select a.sku, k.title as "itemName", a.below_days as "belowDays", a.set_by as "setBy", a.is_low as "isLow"
    from stock_alerts a join skus k on k.sku = a.sku order by a.sku`;
  return rows.map((row) => AlertRow.parse(row));
}

/** Sets or changes a threshold; a changed one is told anew. False for a SKU that does not exist. */
export async function setStockAlert(
  tx: Tx,
  {
    sku,
    belowDays,
    by,
    at,
  }: { readonly sku: Sku; readonly belowDays: number; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const rows = await tx`
    insert into stock_alerts (sku, below_days, set_by, set_at) select sku, ${belowDays}, ${by}, ${at} from skus where sku = ${sku}
    on conflict (sku) do update set below_days = excluded.below_days, set_by = excluded.set_by, set_at = excluded.set_at, is_low = false
    returning sku`;
  return rows.length > 0;
}

export async function removeStockAlert(tx: Tx, sku: Sku): Promise<boolean> {
  return (await tx`delete from stock_alerts where sku = ${sku} returning sku`).length > 0;
}

/** Keeps that a crossing was told; false when another process was faster, or the threshold is gone. */
export async function markLow(tx: Tx, sku: Sku, isLow: boolean): Promise<boolean> {
  const rows =
    await tx`update stock_alerts set is_low = ${isLow} where sku = ${sku} and is_low <> ${isLow} returning sku`;
  return rows.length > 0;
}

/** Keeps that a slip was told; false when it was already. */
export async function tellSlip(tx: Tx, poLineId: PurchaseOrderLineId, dates: string, at: Instant): Promise<boolean> {
  const rows = await tx`
    insert into slips_told (po_line_id, dates, told_at) values (${poLineId}, ${dates}, ${at})
    on conflict do nothing returning po_line_id`;
  return rows.length > 0;
}
