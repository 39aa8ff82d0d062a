import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import { Currency } from '../domain/kernel/money.js';
import type { SqlOrTx } from './connect.js';

const PositionRow = z.object({
  sku: Sku,
  title: z.string(),
  priceCents: z.int(),
  unitCostCents: z.int().nullable(),
  currency: Currency,
  onHand: z.int(),
  allocated: z.int(),
  unitsOwed: z.int(),
});
/** Units of a SKU over all locations. `unitsOwed`: what order lines wait for, neither sent nor allocated. */
export type StockPosition = z.infer<typeof PositionRow>;

/** Where active SKUs stand, all or those named, in one read. */
export async function stockPositions(sql: SqlOrTx, skus?: readonly Sku[]): Promise<StockPosition[]> {
  const named = skus && [...skus];
  const rows = await sql`
    select k.sku, k.title, k.price_cents as "priceCents", k.unit_cost_cents as "unitCostCents", k.currency,
      coalesce(shelf.on_hand, 0)::int as "onHand", coalesce(shelf.allocated, 0)::int as allocated,
      coalesce(queue.units, 0)::int as "unitsOwed"
    from skus k
    left join (select sku, sum(on_hand) as on_hand, sum(allocated) as allocated from stock
      ${named ? sql`where sku = any(${named})` : sql``} group by sku) shelf on shelf.sku = k.sku
    left join (
      select l.sku, sum(greatest(0, l.quantity - coalesce(sent.quantity, 0) - coalesce(held.quantity, 0))) as units
      from order_lines l
      left join lateral (select sum(quantity) as quantity from shipment_lines s where s.order_line_id = l.id) sent on l.state = 'part_shipped'
      left join lateral (select sum(quantity) as quantity from allocations a where a.order_line_id = l.id) held on true
      where l.state in ('backordered', 'part_shipped') and l.backordered_at is not null
        ${named ? sql`and l.sku = any(${named})` : sql``}
      group by l.sku
    ) queue on queue.sku = k.sku
    where ${named ? sql`k.sku = any(${named})` : sql`k.active`}
    order by k.sku`;
  return rows.map((row) => PositionRow.parse(row));
}
