import { candidateForecasts, candidateNames } from './candidates.js';
import { addErrors, type ErrorProducts, noErrors } from './combination-weights.js';
import type { DemandSeries } from './demand-series.js';
import { LEAST_CYCLES, pooledFactors } from './seasonal-factors.js';

/** What the candidates said about the sum of one window, and what came. */
export interface WindowTotal {
  /** The sum by each candidate, over the periods whose demand is known. */
  readonly forecasts: Float64Array;
  readonly actual: number;
  /** Periods known. */
  readonly periods: number;
}

/** How the candidates did on one series, in rolling forecasts that saw only what came before each window. */
export interface RollingErrors {
  /** Errors over the series' scale. */
  readonly products: ErrorProducts;
  readonly totals: WindowTotal[];
  /** Mean square of the change from one known period to the next (the RMSSE's denominator); 0 where it never changes. */
  readonly scale: number;
}

/** Rolling windows per series, the newest ending where the series ends. */
const WINDOWS = 8;
/** Periods that must be seen before the first window. */
const LEAST_HISTORY = 3;

/** Mean square of the naive forecast's errors. */
export function naiveScale(demand: Float64Array, end: number): number {
  let before = Number.NaN;
  let sum = 0;
  let count = 0;
  for (let at = 0; at < end; at += 1) {
    const value = demand[at] as number;
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(before)) {
      sum += (value - before) ** 2;
      count += 1;
    }
    before = value;
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * Where the windows of a series begin, newest first. Short series have windows shorter than the horizon. The last ones
 * stand one and two seasons before what is to be forecast, if none of the others reaches so far back: what tells in
 * autumn how much the season matters is last winter.
 */
export function windowStarts(end: number, horizon: number, season: number): number[] {
  const stride = Math.max(1, Math.floor(horizon / 2));
  const starts: number[] = [];
  for (let start = end - horizon; start >= LEAST_HISTORY && starts.length < WINDOWS; start -= stride) {
    starts.push(start);
  }
  const oldest = starts.at(-1) ?? 0;
  for (const cycles of [1, 2]) {
    const start = end - cycles * season;
    if (season > 1 && start >= LEAST_CYCLES * season && start < oldest) starts.push(start);
  }
  if (starts.length > 0) return starts;
  for (let start = end - 1; start >= LEAST_HISTORY && starts.length < 3; start -= 1) starts.push(start);
  return starts;
}

/** Rolls every series of a panel (all of one season length), looking at the first `ends[i]` periods of each. */
export function rollPanel(panel: readonly DemandSeries[], ends: readonly number[], horizon: number): RollingErrors[] {
  const season = panel[0]?.season ?? 1;
  const size = candidateNames(season).length;
  const starts = panel.map((_, index) => windowStarts(ends[index] ?? 0, horizon, season));
  const rolled = panel.map(
    ({ demand }, index): RollingErrors => ({
      products: noErrors(size),
      totals: [],
      scale: naiveScale(demand, ends[index] ?? 0),
    }),
  );
  const errors = new Float64Array(size * horizon);
  const windows = starts.reduce((most, all) => Math.max(most, all.length), 0);
  for (let window = 0; window < windows; window += 1) {
    const seen = starts.map((all) => all[window] ?? 0);
    const pooled = pooledFactors(panel, seen, season);
    for (const [index, series] of panel.entries()) {
      const start = seen[index] as number;
      const into = rolled[index];
      if (start === 0 || into === undefined) continue;
      const length = Math.min(horizon, (ends[index] ?? 0) - start);
      const forecasts = candidateForecasts(series, start, pooled, horizon);
      const total = addWindow(into.products, series.demand.subarray(start, start + length), forecasts, errors, {
        horizon,
        scale: Math.sqrt(into.scale) || 1,
      });
      if (total !== undefined) into.totals.push(total);
    }
  }
  return rolled;
}

function addWindow(
  products: ErrorProducts,
  actual: Float64Array,
  forecasts: Float64Array,
  errors: Float64Array,
  { horizon, scale }: { horizon: number; scale: number },
): WindowTotal | undefined {
  const { size } = products;
  const sums = new Float64Array(size);
  let periods = 0;
  let sum = 0;
  for (let step = 0; step < actual.length; step += 1) {
    const value = actual[step] as number;
    if (Number.isNaN(value)) continue;
    for (let k = 0; k < size; k += 1) {
      const forecast = forecasts[k * horizon + step] as number;
      errors[k * horizon + periods] = (forecast - value) / scale;
      sums[k] = (sums[k] as number) + forecast;
    }
    periods += 1;
    sum += value;
  }
  if (periods === 0) return undefined;
  addErrors(products, errors, periods, horizon);
  return { forecasts: sums, actual: sum, periods };
}
