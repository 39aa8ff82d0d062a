import { z } from 'zod';
import { demandOverDays, demandUntil } from '../domain/demand/demand-over-days.js';
import { type JustInTimeRule, justInTimeVerdict } from '../domain/demand/just-in-time.js';
import type { Moments } from '../domain/demand/lead-time-demand.js';
import { proposeReorder as proposeOrder } from '../domain/demand/reorder-proposal.js';
import { addDays, dateIn, LocalDate } from '../domain/kernel/dates.js';
import { Sku, SupplierId } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { supplierScorecard } from '../domain/suppliers/supplier-scorecard.js';
import { supplierFacts } from '../store/supplier-records.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { STAFF } from './principal.js';
import { rounded } from './rounded.js';
import { LEAD_DAYS_READ, type StockOutlook, stockOutlooks } from './stock-outlook.js';

const JIT_RULES = [
  'steady_demand',
  'on_time',
  'short_lead',
  'steady_lead',
  'second_source',
  'small_orders',
] as const satisfies readonly JustInTimeRule[];

/** The figures behind, the same whether something is to be ordered or not. Units. */
const Figures = z.object({
  sku: Sku,
  itemName: z.string(),
  supplierId: SupplierId,
  supplierName: z.string(),
  unitsOnHand: z.int(),
  unitsAllocated: z.int(),
  unitsOwed: z.int(),
  unitsOnOrder: z.int(),
  /** On hand less allocated less owed, plus on order. */
  position: z.int(),
  reorderPoint: z.int(),
  /** Reorder point less mean demand over the lead time. */
  safetyStock: z.number(),
  unitsPerDay: z.number(),
  serviceLevel: z.number(),
  leadDays: z.number(),
  leadDaysDeviation: z.number(),
  /** Deliveries behind the lead time. */
  deliveries: z.int(),
  reviewDays: z.int(),
  packSize: z.int(),
  leastOrder: z.int(),
  justInTime: z.object({ isSuitable: z.boolean(), unmet: z.array(z.enum(JIT_RULES)) }),
});

const Reorder = z.discriminatedUnion('kind', [
  Figures.extend({
    kind: z.literal('order'),
    unitsToOrder: z.int(),
    orderUpTo: z.int(),
    orderOn: LocalDate,
    /** When they would be here: the median of this supplier’s deliveries. */
    arrivesLikelyOn: LocalDate,
    cost: Money,
    /** The units at their price. */
    worth: Money,
    excessCost: Money,
    /** Days until the units are sold at the mean rate: how long the cash is tied up; null where nothing sells. */
    cashTiedUpDays: z.int().nullable(),
  }),
  Figures.extend({
    kind: z.literal('enough'),
    unitsAbove: z.int(),
    /** When the position is likely to fall to the reorder point; null where nothing sells. */
    orderAgainOn: LocalDate.nullable(),
  }),
  z.object({
    kind: z.literal('no_basis'),
    sku: Sku,
    itemName: z.string(),
    reason: z.enum(['no_supplier', 'no_lead_time', 'no_unit_cost', 'never_asked_for']),
  }),
  z.object({ kind: z.literal('not_found') }),
]);
type Reorder = z.infer<typeof Reorder>;

/**
 * What to order of a SKU, from whom and what it ties up; a preview, nothing is ordered. (R, s, S) after Silver, Pyke and
 * Thomas 2017, ch. 6: docs/demand.md, "Reorder proposal"; just in time: src/domain/demand/just-in-time.ts.
 */
export const proposeReorder = defineTool({
  name: 'propose_reorder',
  effect: 'read',
  audience: STAFF,
  description:
    'Work out whether a SKU should be ordered now: units, supplier, cost and cash tied up, with safety stock, reorder point and just-in-time suitability. Orders nothing.',
  input: z.object({
    sku: Sku,
    /** Wanted chance that nothing runs out; the policy's where absent. */
    serviceLevel: z.number().min(0.5).max(0.999).optional(),
  }),
  output: Reorder,
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ sku, serviceLevel }, context) {
    const [outlook] = await stockOutlooks(context, [sku]);
    return outlook ? reorderOf(outlook, serviceLevel, context) : { kind: 'not_found' as const };
  },
});

/** The same from an outlook that was read already. `serviceLevel`: the policy's where undefined. */
export async function reorderOf(
  outlook: StockOutlook,
  serviceLevel: number | undefined,
  context: ToolContext,
): Promise<Reorder> {
  const { purchasing } = context.rules;
  const { sku } = outlook.position;
  const { position: stock, forecast, sources, leadTime, supply } = outlook;
  const source = sources[0];
  const unitCostCents = source?.unitCostCents ?? stock.unitCostCents;
  const without = (reason: 'no_supplier' | 'no_lead_time' | 'no_unit_cost' | 'never_asked_for') =>
    ({ kind: 'no_basis', sku, itemName: stock.title, reason }) as const;
  if (!source) return without('no_supplier');
  if (!leadTime) return without('no_lead_time');
  if (unitCostCents === null) return without('no_unit_cost');
  if (!forecast) return without('never_asked_for');

  const today = dateIn(context.policy.zone, context.now);
  const lead: Moments = {
    mean: leadTime.meanDays + context.policy.fulfilment.receivingDays,
    variance: leadTime.varianceDays,
  };
  const overLead = demandUntil(forecast.forecast, lead);
  const unitsOnOrder = supply.reduce((units, { line }) => units + line.openQuantity, 0);
  const position = stock.onHand - stock.allocated - stock.unitsOwed + unitsOnOrder;
  const level = serviceLevel ?? purchasing.serviceLevelPercent / 100;
  const proposal = proposeOrder({
    position,
    overLeadTime: overLead,
    overLeadTimeAndReview: demandUntil(forecast.forecast, { ...lead, mean: lead.mean + purchasing.reviewDays }),
    serviceLevel: level,
    packSize: source.packSize,
    leastOrder: source.leastOrder,
    unitCost: money(unitCostCents, stock.currency),
    price: money(stock.priceCents, stock.currency),
  });
  const perDay = demandOverDays(forecast.forecast, purchasing.forecastWeeks * 7).mean / (purchasing.forecastWeeks * 7);
  const figures = {
    sku,
    itemName: stock.title,
    supplierId: source.supplierId,
    supplierName: source.supplierName,
    unitsOnHand: stock.onHand,
    unitsAllocated: stock.allocated,
    unitsOwed: stock.unitsOwed,
    unitsOnOrder,
    position,
    reorderPoint: proposal.reorderPoint,
    safetyStock: rounded(proposal.reorderPoint - overLead.mean, 1),
    unitsPerDay: rounded(perDay),
    serviceLevel: level,
    leadDays: rounded(lead.mean, 1),
    leadDaysDeviation: rounded(Math.sqrt(lead.variance), 1),
    deliveries: leadTime.lines,
    reviewDays: purchasing.reviewDays,
    packSize: source.packSize,
    leastOrder: source.leastOrder,
    justInTime: await justInTime(outlook, lead, perDay, context),
  };
  const daysFor = (units: number): number | null => (perDay > 0 ? Math.round(units / perDay) : null);
  if (proposal.kind === 'enough') {
    const days = daysFor(proposal.unitsAbove);
    return {
      kind: 'enough' as const,
      ...figures,
      unitsAbove: proposal.unitsAbove,
      orderAgainOn: days === null ? null : addDays(today, days),
    };
  }
  return {
    kind: 'order' as const,
    ...figures,
    unitsToOrder: proposal.quantity,
    orderUpTo: proposal.orderUpTo,
    orderOn: today,
    arrivesLikelyOn: addDays(today, leadTime.likelyDays),
    cost: proposal.cost,
    worth: proposal.worth,
    excessCost: proposal.excessCost,
    cashTiedUpDays: daysFor(proposal.quantity),
  };
}

async function justInTime(
  { sources, forecast }: StockOutlook,
  lead: Moments,
  perDay: number,
  { sql, now, policy }: ToolContext,
): Promise<z.infer<typeof Figures>['justInTime']> {
  const source = sources[0];
  if (!source) return { isSuitable: false, unmet: [...JIT_RULES] };
  const today = dateIn(policy.zone, now);
  const since = addDays(today, -LEAD_DAYS_READ);
  const card = supplierScorecard(await supplierFacts(sql, source.supplierId, since), { from: since, to: today });
  const { isSuitable, unmet } = justInTimeVerdict({
    pattern: forecast?.pattern,
    onTimeRate: card.onTimeRate.value ?? undefined,
    leadDays: lead.mean,
    leadTimeVariation: Math.sqrt(lead.variance) / lead.mean,
    suppliers: sources.length,
    leastOrderDays: perDay > 0 ? Math.max(source.packSize, source.leastOrder) / perDay : Number.POSITIVE_INFINITY,
  });
  return { isSuitable, unmet: [...unmet] };
}
