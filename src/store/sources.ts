import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { LocationId, Sku, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const SourceRow = z.object({
  sku: Sku,
  supplierId: SupplierId,
  supplierName: z.string(),
  locationId: LocationId,
  lastOrderedOn: LocalDate,
  unitCostCents: z.int().nullable(),
  packSize: z.int(),
  leastOrder: z.int(),
});
/** A supplier from whom a SKU was bought, with the terms of the newest order. */
export type Source = z.infer<typeof SourceRow>;

/** Who delivers SKUs, by SKU, the one ordered from last first: that one is asked again. One read for all or those named. */
export async function sourcesOf(sql: SqlOrTx, skus?: readonly Sku[]): Promise<Source[]> {
  const rows = await sql`
    select * from (
      select distinct on (l.sku, p.supplier_id) l.sku, p.supplier_id as "supplierId", s.name as "supplierName",
        p.location_id as "locationId", p.ordered_on as "lastOrderedOn", l.unit_cost_cents as "unitCostCents",
        coalesce(i.pack_size, 1) as "packSize", coalesce(i.least_order, 1) as "leastOrder"
      from purchase_order_lines l join purchase_orders p on p.number = l.po_number join suppliers s on s.id = p.supplier_id
      left join supplier_items i on i.supplier_id = p.supplier_id and i.sku = l.sku
      ${skus ? sql`where l.sku = any(${[...skus]})` : sql``}
      order by l.sku, p.supplier_id, p.ordered_on desc, l.id desc
    ) newest order by sku, "lastOrderedOn" desc, "supplierId"`;
  return rows.map((row) => SourceRow.parse(row));
}

const LeadTimeRow = z.object({
  supplierId: SupplierId,
  lines: z.int(),
  meanDays: z.number(),
  varianceDays: z.number(),
  likelyDays: z.int(),
});
/** Days from order to first receipt: mean, sample variance and median over a supplier's lines. */
export type LeadTime = z.infer<typeof LeadTimeRow>;

/** Every supplier's lead time, from the lines received since a day. */
export async function leadTimes(sql: SqlOrTx, since: LocalDate): Promise<LeadTime[]> {
  const rows = await sql`
    select supplier_id as "supplierId", count(*)::int as lines, avg(days)::float8 as "meanDays",
      coalesce(var_samp(days), 0)::float8 as "varianceDays",
      percentile_disc(0.5) within group (order by days) as "likelyDays"
    from (
      select p.supplier_id, min(r.received_on) - p.ordered_on as days
      from receipts r join purchase_order_lines l on l.id = r.po_line_id join purchase_orders p on p.number = l.po_number
      group by p.supplier_id, l.id, p.ordered_on having min(r.received_on) >= ${since}
    ) line group by supplier_id`;
  return rows.map((row) => LeadTimeRow.parse(row));
}
