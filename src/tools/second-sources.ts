import { z } from 'zod';
import { addDays, dateIn } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { Sku, SupplierId } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { leadTimes, sourcesOf } from '../store/sources.js';
import type { ToolContext } from './define-tool.js';
import { LEAD_DAYS_READ } from './stock-outlook.js';

/** Who else has delivered an item; empty where nobody has. */
export const SecondSource = z.object({
  sku: Sku,
  itemName: z.string(),
  sources: z.array(
    z.object({
      supplierId: SupplierId,
      supplierName: z.string(),
      /** Order to first receipt, the middle of their deliveries; null without a record. */
      leadDays: z.int().nullable(),
      /** Of the newest order; null where it is not known. */
      unitCost: Money.nullable(),
    }),
  ),
});
export type SecondSource = z.infer<typeof SecondSource>;

/** For each item of a supplier, who else has delivered it, the quickest first. */
export async function secondSources(
  items: readonly { readonly sku: Sku; readonly itemName: string }[],
  supplierId: SupplierId,
  { sql, now, policy }: ToolContext,
): Promise<SecondSource[]> {
  const skus = [...new Set(items.map(({ sku }) => sku))];
  if (skus.length === 0) return [];
  const today = dateIn(policy.zone, now);
  const [sources, leads] = await Promise.all([sourcesOf(sql, skus), leadTimes(sql, addDays(today, -LEAD_DAYS_READ))]);
  const leadOf = new Map(leads.map((lead) => [lead.supplierId, lead.likelyDays]));
  const bySku = groupBy(
    sources.filter((source) => source.supplierId !== supplierId),
    ({ sku }) => sku,
  );
  return skus.map((sku) => ({
    sku,
    itemName: items.find((item) => item.sku === sku)?.itemName ?? sku,
    sources: (bySku.get(sku) ?? [])
      .map((source) => ({
        supplierId: source.supplierId,
        supplierName: source.supplierName,
        leadDays: leadOf.get(source.supplierId) ?? null,
        unitCost: source.unitCostCents === null ? null : money(source.unitCostCents, policy.currency),
      }))
      .sort((a, b) => (a.leadDays ?? 999) - (b.leadDays ?? 999) || (a.supplierId < b.supplierId ? -1 : 1)),
  }));
}
