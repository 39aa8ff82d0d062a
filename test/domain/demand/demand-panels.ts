import { type DemandSeries, demandSeries } from '../../../src/domain/demand/demand-series.js';
import type { PeriodGrid } from '../../../src/domain/demand/period-grid.js';
import { seededRandom } from '../../../src/domain/demand/stockout/seeded-random.js';

/** A series and what really came after it. */
export interface Case {
  readonly series: DemandSeries;
  readonly future: readonly number[];
}

export const WEEKLY: PeriodGrid = { unit: 'day', step: 7 };
export const MONTHLY: PeriodGrid = { unit: 'month', step: 1 };
const MONTH_DAYS = 31;

/** Puts values on a grid, oldest first; the last `horizon` of them are the future. */
export function caseOf(
  values: readonly number[],
  horizon: number,
  grid: PeriodGrid,
  inStock?: readonly boolean[],
): Case {
  const seen = values.length - horizon;
  const rows = values.slice(0, seen).map((quantity, at) => ({
    day: grid.unit === 'month' ? Date.UTC(2018, at, 1) / 86_400_000 : at * (grid.step ?? MONTH_DAYS),
    quantity,
    inStock: inStock?.[at] ?? true,
  }));
  return { series: demandSeries(rows, grid, 'unknown'), future: values.slice(seen) };
}

export interface Draw {
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly poisson: (mean: number) => number;
}

export function drawer(seed: number): Draw {
  const uniform = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const poisson = (mean: number) => {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let units = 0;
    for (let product = uniform(); product > limit; product *= uniform()) units += 1;
    return units;
  };
  return { uniform, normal, poisson };
}

/** Rates that wander, so that counts spread more than Poisson ones. */
const noisy = ({ normal, poisson }: Draw, mean: number) => poisson(mean * Math.exp(0.35 * normal() - 0.06));

/** Weekly retail: a year's season shared by all, own size, drift, promotions now and then. */
export function retailPanel(seed: number, count: number, horizon: number): Case[] {
  const draw = drawer(seed);
  return Array.from({ length: count }, () => {
    const size = Math.exp(1.5 + draw.normal());
    const swing = 0.2 + 0.4 * draw.uniform();
    let drift = 0;
    const values = Array.from({ length: 120 + horizon }, (_, week) => {
      drift += 0.03 * draw.normal();
      const promotion = draw.uniform() < 0.04 ? 2.5 : 1;
      return noisy(draw, size * promotion * Math.exp(drift + swing * Math.sin((2 * Math.PI * week) / 52)));
    });
    return caseOf(values, horizon, WEEKLY);
  });
}

/** Monthly spare parts: rare, lumpy, some dying out. */
export function sparePartsPanel(seed: number, count: number, horizon: number): Case[] {
  const draw = drawer(seed);
  return Array.from({ length: count }, () => {
    const chance = 0.1 + 0.5 * draw.uniform();
    const size = 1 + 5 * draw.uniform();
    const fade = draw.uniform() < 0.3 ? 0.05 : 0;
    const values = Array.from({ length: 48 + horizon }, (_, month) =>
      draw.uniform() < chance * Math.exp(-fade * Math.max(0, month - 20)) ? 1 + noisy(draw, size) : 0,
    );
    return caseOf(values, horizon, MONTHLY);
  });
}
