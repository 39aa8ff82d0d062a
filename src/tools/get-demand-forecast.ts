import { z } from 'zod';
import { candidateNames } from '../domain/demand/candidates.js';
import { demandOverDays, demandUntil } from '../domain/demand/demand-over-days.js';
import { totalQuantile } from '../domain/demand/total-distribution.js';
import { velocitySpike } from '../domain/demand/velocity-spike.js';
import { addDays, dateIn, LocalDate } from '../domain/kernel/dates.js';
import { LocationId, Sku } from '../domain/kernel/ids.js';
import { type DemandQuestion, demandBySku, shortPeriods } from '../store/demand.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { demandForecasts, type SkuForecast } from './demand-forecasts.js';
import { STAFF } from './principal.js';
import { rounded } from './rounded.js';
import { stockOutlooks } from './stock-outlook.js';

/** Days that the spike looks at: yesterday, and its weekday eight weeks back. */
const SPIKE_DAYS = 57;
/** Methods told by name; the rest of the mix is small. */
const METHODS_TOLD = 3;

const Total = z.object({ days: z.number(), mean: z.number(), p50: z.number(), p90: z.number() });

/**
 * What a SKU is likely to sell: by week, over the wait until goods come, and whether yesterday was out of the ordinary.
 * Method and formulas: docs/demand.md; what counts as demand: src/store/demand.ts.
 */
export const getDemandForecast = defineTool({
  name: 'get_demand_forecast',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Forecast the demand of one SKU, over all locations or at one: weekly means, the total until goods come (P50, P90), the method, and whether yesterday sold unusually much.',
  input: z.object({ sku: Sku, locationId: LocationId.optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('forecast'),
      sku: Sku,
      itemName: z.string(),
      locationId: LocationId.nullable(),
      /** Mean units by week, the first beginning today. */
      weeks: z.array(z.object({ from: LocalDate, mean: z.number() })),
      overForecast: Total,
      /** Until the next receipt is on the shelf, or over the usual lead time (get_stock_risk). */
      overLeadTime: Total,
      /** The mix: the methods that weigh most, shares of 1. */
      methods: z.array(z.object({ method: z.string(), share: z.number() })),
      pattern: z.enum(['smooth', 'erratic', 'intermittent', 'lumpy']),
      historyWeeks: z.int(),
      /** Weeks out of stock: read as lower bounds, never as a lack of demand. */
      weeksOutOfStock: z.int(),
      recentUnits: z.array(z.int().nullable()),
      spike: z.discriminatedUnion('kind', [
        z.object({
          kind: z.enum(['spike', 'usual']),
          on: LocalDate,
          units: z.int(),
          expected: z.number(),
          chance: z.number(),
        }),
        z.object({ kind: z.literal('too_little_history'), on: LocalDate, weeks: z.int() }),
      ]),
    }),
    z.object({ kind: z.literal('never_asked_for'), sku: Sku, itemName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ sku, locationId }, context) {
    const [outlook] = await stockOutlooks(context, [sku]);
    if (!outlook) return { kind: 'not_found' as const };
    const itemName = outlook.position.title;
    const found = (await demandForecasts(context, locationId)).get(sku);
    if (!found?.pattern) return { kind: 'never_asked_for' as const, sku, itemName };
    const { forecast, series, pattern, shortWeeks } = found;
    const today = dateIn(context.policy.zone, context.now);
    const days = forecast.means.length * 7;
    const untilReceipt = demandUntil(forecast, outlook.wait);
    return {
      kind: 'forecast' as const,
      sku,
      itemName,
      locationId: locationId ?? null,
      weeks: Array.from(forecast.means, (mean, week) => ({ from: addDays(today, week * 7), mean: rounded(mean) })),
      overForecast: {
        days,
        mean: rounded(demandOverDays(forecast, days).mean),
        p50: forecast.p50,
        p90: forecast.p90,
      },
      overLeadTime: {
        days: rounded(outlook.wait.mean, 1),
        mean: rounded(untilReceipt.mean),
        p50: totalQuantile(untilReceipt, 0.5),
        p90: totalQuantile(untilReceipt, 0.9),
      },
      methods: methodsOf(found),
      pattern: pattern.class,
      historyWeeks: series.demand.length,
      weeksOutOfStock: shortWeeks,
      recentUnits: Array.from(series.demand.slice(-12), (units) => (Number.isNaN(units) ? null : units)),
      spike: await spikeOf(sku, locationId, context),
    };
  },
});

function methodsOf({ forecast, series }: SkuForecast): { method: string; share: number }[] {
  const names = candidateNames(series.season);
  return Array.from(forecast.weights, (share, at) => ({ method: names[at] ?? '', share: rounded(share) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, METHODS_TOLD);
}

/** Yesterday against its weekday: today is not over yet. Days out of stock are unknown. */
export async function spikeOf(sku: Sku, locationId: LocationId | undefined, { sql, now, policy }: ToolContext) {
  const today = dateIn(policy.zone, now);
  const question: DemandQuestion = { today, zone: policy.zone, days: SPIKE_DAYS, sku, locationId };
  const [[sold], [short]] = await Promise.all([demandBySku(sql, question, 1), shortPeriods(sql, question, 1)]);
  const daily: (number | null)[] = Array.from({ length: SPIKE_DAYS }, () => 0);
  for (const [at, period] of (sold?.periods ?? []).entries()) daily[SPIKE_DAYS + period] = sold?.units[at] ?? 0;
  for (const period of short?.periods ?? []) if (period < -1) daily[SPIKE_DAYS + period] = null;
  const spike = velocitySpike(daily);
  const on = addDays(today, -1);
  return spike.kind === 'too_little_history'
    ? { ...spike, on }
    : { ...spike, on, expected: rounded(spike.expected), chance: rounded(spike.chance, 4) };
}
