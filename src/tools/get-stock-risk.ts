import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { Sku } from '../domain/kernel/ids.js';
import { type Currency, Money, sum } from '../domain/kernel/money.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { rounded } from './rounded.js';
import { type StockOutlook, stockOutlooks } from './stock-outlook.js';

/** Why a SKU is at risk, by its own facts. */
const RISK_REASONS = [
  'customers_wait',
  'nothing_on_order',
  'receipt_overdue',
  'receipts_smaller_than_queue',
  'cover_shorter_than_wait',
  'demand_varies',
] as const;

/** One SKU until goods come next. */
export const RiskFacts = z.object({
  sku: Sku,
  itemName: z.string(),
  /** On hand less allocated less owed: below 0, so many are owed beyond what there is. */
  unitsAvailable: z.int(),
  unitsOnOrder: z.int(),
  unitsPerWeek: z.number(),
  /** Null where nothing is being sold. */
  daysOfCover: z.number().nullable(),
  /** The likely day at the dock: of what is on order, or of an order placed today. */
  nextReceiptOn: LocalDate,
  nextReceiptBasis: z.enum(['on_order', 'usual_lead_time', 'assumed_lead_time']),
  stockOutChance: z.number().min(0).max(1),
  unitsShort: z.number(),
  revenueAtRisk: Money,
  reasons: z.array(z.enum(RISK_REASONS)),
});

/**
 * What may run out before goods come next, ranked by the revenue at risk. Formulas: docs/demand.md, "Until the next
 * receipt"; src/domain/demand/stock-risk.ts.
 */
export const getStockRisk = defineTool({
  name: 'get_stock_risk',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Rank SKUs, or judge one, by the chance to run out before the next receipt: units short, days of cover, revenue at risk, and why.',
  input: z.object({
    sku: Sku.optional(),
    /** Only from this chance on, 0 to 1; the policy's where absent. A SKU that is named is always told. */
    leastChance: z.number().min(0).max(1).optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ranked'),
      risks: z.array(RiskFacts),
      /** All at or above `leastChance`, of which `risks` are the first. */
      total: z.int(),
      skusLookedAt: z.int(),
      leastChance: z.number(),
      revenueAtRisk: Money,
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ sku, leastChance, limit }, context) {
    const outlooks = await stockOutlooks(context, sku && [sku]);
    if (sku && outlooks.length === 0) return { kind: 'not_found' as const };
    const least = sku ? 0 : (leastChance ?? context.rules.purchasing.riskFromPercent / 100);
    const atRisk = outlooks.filter(({ risk }) => risk.stockOutChance >= least).sort(byRevenue);
    return {
      kind: 'ranked' as const,
      risks: atRisk.slice(0, limit).map(riskFacts),
      total: atRisk.length,
      skusLookedAt: outlooks.length,
      leastChance: least,
      revenueAtRisk: revenueOf(atRisk, context.policy.currency),
    };
  },
});

/** Most revenue at risk first, then the likelier, then by SKU. */
const byRevenue = (a: StockOutlook, b: StockOutlook): number =>
  b.risk.revenueAtRisk.cents - a.risk.revenueAtRisk.cents ||
  b.risk.stockOutChance - a.risk.stockOutChance ||
  (a.position.sku < b.position.sku ? -1 : 1);

/** What is priced in another currency than the shop's is not added up. */
const revenueOf = (outlooks: readonly StockOutlook[], currency: Currency): Money =>
  sum(
    outlooks.map(({ risk }) => risk.revenueAtRisk).filter((amount) => amount.currency === currency),
    currency,
  );

/** A chance from which on it is said that stock lasts on average, but not for certain. */
const WORTH_SAYING = 0.05;

/** What is told of a SKU's outlook. */
export function riskFacts({
  position,
  forecast,
  supply,
  nextReceiptOn,
  basis,
  wait,
  risk,
}: StockOutlook): z.infer<typeof RiskFacts> {
  const { sku, title, onHand, allocated, unitsOwed } = position;
  const unitsOnOrder = supply.reduce((units, { line }) => units + line.openQuantity, 0);
  const total = forecast?.forecast.total;
  const weeks = forecast?.forecast.means.length ?? 1;
  return {
    sku,
    itemName: title,
    unitsAvailable: onHand - allocated - unitsOwed,
    unitsOnOrder,
    unitsPerWeek: rounded((total?.mean ?? 0) / weeks),
    daysOfCover: risk.daysOfCover === null ? null : rounded(risk.daysOfCover, 1),
    nextReceiptOn,
    nextReceiptBasis: basis,
    stockOutChance: rounded(risk.stockOutChance),
    unitsShort: rounded(risk.unitsShort, 1),
    revenueAtRisk: risk.revenueAtRisk,
    reasons: reasonsOf(),
  };

  function reasonsOf(): (typeof RISK_REASONS)[number][] {
    const isShortOnAverage = risk.daysOfCover !== null && risk.daysOfCover < wait.mean;
    const told: Record<(typeof RISK_REASONS)[number], boolean> = {
      customers_wait: unitsOwed > 0,
      nothing_on_order: supply.length === 0,
      receipt_overdue: supply.some(({ overdueDays }) => overdueDays > 0),
      receipts_smaller_than_queue: unitsOwed > 0 && unitsOnOrder < unitsOwed - (onHand - allocated),
      cover_shorter_than_wait: isShortOnAverage,
      demand_varies: !isShortOnAverage && unitsOwed === 0 && risk.stockOutChance >= WORTH_SAYING,
    };
    return RISK_REASONS.filter((reason) => told[reason]);
  }
}
