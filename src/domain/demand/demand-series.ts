import { type PeriodGrid, periodIndex, seasonLength } from './period-grid.js';

/** Demand of one SKU at one location, as reported. */
export interface DemandRow {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Units sold or ordered in the period, at least 0; null where unknown. */
  readonly quantity: number | null;
  /** False where the shelf was empty for part of the period: demand was at least the quantity. */
  readonly inStock: boolean;
}

/** A series on an unbroken grid of periods, oldest first. */
export interface DemandSeries {
  /** Units demanded; NaN where unknown. */
  readonly demand: Float64Array;
  /** Running number of the first period. */
  readonly firstPeriod: number;
  /** Periods per season; 1 where there is none to look for. */
  readonly season: number;
  /** All reported quantities are whole numbers. */
  readonly isCount: boolean;
}

/** What a period without a row means: nothing sold (a sales log) or nothing known. */
export type GapMeaning = 'zero' | 'unknown';

/** Share of what a censored period sold by which one period moves the running level it is compared to. */
const LEVEL_STEP = 0.2;

/**
 * Puts one series' rows, in any order, on its grid. Rows of the same period are added up, and one of them out of stock
 * makes the period out of stock. A period out of stock is a lower bound (Tobit censoring): it counts only where it
 * already exceeds the running level of the periods before it, else it is unknown; never as a lack of demand. Where no
 * period was ever in stock, the bounds are all there is and count as demand.
 */
export function demandSeries(rows: readonly DemandRow[], grid: PeriodGrid, gaps: GapMeaning): DemandSeries {
  const periods = rows.map(({ day }) => periodIndex(grid, day));
  const first = periods.reduce((least, period) => Math.min(least, period), Number.POSITIVE_INFINITY);
  const last = periods.reduce((most, period) => Math.max(most, period), Number.NEGATIVE_INFINITY);
  const length = rows.length === 0 ? 0 : last - first + 1;
  const demand = new Float64Array(length).fill(gaps === 'zero' ? 0 : Number.NaN);
  const isCensored = new Uint8Array(length);
  const isSeen = new Uint8Array(length);
  for (const [index, { quantity, inStock }] of rows.entries()) {
    const at = (periods[index] as number) - first;
    if (!inStock) isCensored[at] = 1;
    if (quantity === null) {
      if (!isSeen[at]) demand[at] = Number.NaN;
      continue;
    }
    demand[at] = (isSeen[at] ? (demand[at] as number) : 0) + quantity;
    isSeen[at] = 1;
  }
  resolveCensoring(demand, isCensored);
  return {
    demand,
    firstPeriod: length === 0 ? 0 : first,
    season: seasonLength(grid),
    isCount: rows.every(({ quantity }) => quantity === null || Number.isInteger(quantity)),
  };
}

function resolveCensoring(demand: Float64Array, isCensored: Uint8Array): void {
  if (demand.every((value, at) => Number.isNaN(value) || isCensored[at] === 1)) return;
  let level = Number.NaN;
  for (let at = 0; at < demand.length; at += 1) {
    const value = demand[at] as number;
    if (isCensored[at] && !(value > level)) {
      demand[at] = Number.NaN;
      continue;
    }
    if (!Number.isNaN(value)) level = Number.isNaN(level) ? value : level + LEVEL_STEP * (value - level);
  }
}

/** The grid that most series of a file share, for those too short to tell; monthly where none tells. */
export function commonGrid(grids: readonly (PeriodGrid | undefined)[]): PeriodGrid {
  const counts = new Map<string, { grid: PeriodGrid; count: number }>();
  for (const grid of grids) {
    if (grid === undefined) continue;
    const key = `${grid.unit} ${grid.step}`;
    counts.set(key, { grid, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.grid ?? { unit: 'month', step: 1 };
}
