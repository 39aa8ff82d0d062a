import { setImmediate } from 'node:timers/promises';
import { type DemandPattern, demandPattern } from '../domain/demand/demand-class.js';
import { type DemandRow, type DemandSeries, demandSeries } from '../domain/demand/demand-series.js';
import { type ForecastWithQuantiles, forecastDemand } from '../domain/demand/forecast-demand.js';
import { dateIn } from '../domain/kernel/dates.js';
import type { LocationId, Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from '../store/connect.js';
import { type DemandQuestion, type DemandRecord, demandBySku, demandMark, shortPeriods } from '../store/demand.js';
import type { ToolContext } from './define-tool.js';

/** One SKU's past and future by week. Weeks end yesterday, so that none is cut short by today. */
export interface SkuForecast {
  readonly series: DemandSeries;
  readonly forecast: ForecastWithQuantiles;
  /** Undefined where nothing was ever asked for. */
  readonly pattern: DemandPattern | undefined;
  /** Weeks of its history in which it was out of stock on some day. */
  readonly shortWeeks: number;
}

const WEEK = 7;
const WEEKLY = { unit: 'day', step: WEEK } as const;
/** SKUs forecast at once: enough to learn from each other, few enough for other work to come in between. */
const AT_ONCE = 200;

interface Known {
  readonly mark: string;
  readonly forecasts: Promise<ReadonlyMap<Sku, SkuForecast>>;
}

const known = new WeakMap<SqlOrTx, Map<string, Known>>();

/**
 * Forecasts of every SKU that was ever asked for, in one pass (docs/demand.md), for all locations or one. Kept per pool
 * of connections until another day begins or an order of an earlier day comes in: a forecast is of whole days only.
 */
export async function demandForecasts(
  { sql, now, policy, rules }: Pick<ToolContext, 'sql' | 'now' | 'policy' | 'rules'>,
  locationId?: LocationId,
): Promise<ReadonlyMap<Sku, SkuForecast>> {
  const { historyWeeks, forecastWeeks } = rules.purchasing;
  const today = dateIn(policy.zone, now);
  const question: DemandQuestion = { today, zone: policy.zone, days: historyWeeks * WEEK, locationId };
  const mark = `${today}/${historyWeeks}/${forecastWeeks}/${await demandMark(sql, question)}`;
  const byPlace = known.get(sql) ?? new Map<string, Known>();
  known.set(sql, byPlace);
  const place = locationId ?? '';
  const before = byPlace.get(place);
  if (before?.mark === mark) return before.forecasts;
  const forecasts = forecastAll(sql, question, forecastWeeks);
  byPlace.set(place, { mark, forecasts });
  // what could not be read is read again by the next who asks
  forecasts.catch(() => byPlace.delete(place));
  return forecasts;
}

async function forecastAll(sql: SqlOrTx, question: DemandQuestion, weeks: number): Promise<Map<Sku, SkuForecast>> {
  const [records, short] = await Promise.all([demandBySku(sql, question, WEEK), shortPeriods(sql, question, WEEK)]);
  const shortBySku = new Map(short.map(({ sku, periods }) => [sku, periods]));
  const forecasts = new Map<Sku, SkuForecast>();
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const some = records.slice(from, from + AT_ONCE).map((record) => weekly(record, shortBySku.get(record.sku) ?? []));
    const series = some.map((one) => one.series);
    for (const [index, forecast] of forecastDemand(series, weeks).forecasts.entries()) {
      const one = some[index];
      if (!one) continue;
      const units = Array.from(one.series.demand, (value) => (Number.isNaN(value) ? null : value));
      const { sku, shortWeeks } = one;
      forecasts.set(sku, { series: one.series, forecast, pattern: demandPattern(units), shortWeeks });
    }
    await setImmediate();
  }
  return forecasts;
}

/** From a SKU's first demand to the last whole week; weeks out of stock are lower bounds. */
function weekly({ sku, periods, units }: DemandRecord, short: readonly number[]) {
  const first = periods[0] ?? -1;
  const out = short.filter((period) => period >= first && period < 0);
  const rows: DemandRow[] = [
    ...periods.map((period, at) => ({ day: period * WEEK, quantity: units[at] ?? 0, inStock: true })),
    ...out.map((period) => ({ day: period * WEEK, quantity: 0, inStock: false })),
    { day: -WEEK, quantity: 0, inStock: true },
  ];
  return { sku, series: demandSeries(rows, WEEKLY, 'zero'), shortWeeks: out.length };
}
