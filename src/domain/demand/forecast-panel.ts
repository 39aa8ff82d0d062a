import { candidateForecasts } from './candidates.js';
import {
  addProducts,
  combinationWeights,
  type ErrorProducts,
  noErrors,
  shrunkProducts,
} from './combination-weights.js';
import type { DemandSeries } from './demand-series.js';
import { type RollingErrors, rollPanel } from './rolling-errors.js';
import { pooledFactors } from './seasonal-factors.js';
import type { TotalDemand } from './total-distribution.js';

/** Demand of the next periods: the mean of each, and the sum over all of them. */
export interface DemandForecast {
  readonly means: Float64Array;
  readonly total: TotalDemand;
  /** Share of each candidate in the mix, in the order of candidateNames. */
  readonly weights: Float64Array;
}

/** How a series' own rolling errors are weighed: like series speak as so many windows beside the series' own. */
const LIKE_SERIES_WINDOWS = 25;
/** Of so few series (with a history), their like speaks half as loud: a handful is no rule. */
const FEW_SERIES = 30;
/** In what the like series say, all others speak as so many windows. */
const ALL_SERIES_WINDOWS = 10;
/** In the spread of the total, like series speak as so many windows beside the series' own. */
const SPREAD_WINDOWS = 8;
/** Variance of a sum over n periods grows as n to this: a little faster than independent errors would. */
export const GROWTH = 1.2;

/** Demand in nearly every period, in some, in fewer than half: series of one kind learn from each other first. */
type Kind = 0 | 1 | 2;

function kindOf({ demand }: DemandSeries, end: number): Kind {
  let known = 0;
  let empty = 0;
  for (let at = 0; at < end; at += 1) {
    const value = demand[at] as number;
    if (Number.isNaN(value)) continue;
    known += 1;
    if (value === 0) empty += 1;
  }
  return empty > known / 2 ? 2 : empty > known / 10 ? 1 : 0;
}

/**
 * Forecasts every series of a panel (all of one season length) from its first `ends[i]` periods alone. Each series'
 * mean is a mix of all candidates, by weights that would have made its rolling forecasts' squared errors least, where
 * errors of like series are added to its own. The variance of the total follows from the same rolling errors of the
 * mix. A series too short to roll takes the weights of its like.
 */
export function forecastPanel(
  panel: readonly DemandSeries[],
  ends: readonly number[],
  horizon: number,
): DemandForecast[] {
  const season = panel[0]?.season ?? 1;
  const rolled = rollPanel(panel, ends, horizon);
  const kinds = panel.map((series, index) => kindOf(series, ends[index] ?? 0));
  const weights = mixWeights(rolled, kinds);
  const ratios = spreadRatios(rolled, weights, kinds);
  const pooled = pooledFactors(panel, ends, season);
  return panel.map((series, index) => {
    const own = weights[index] as Float64Array;
    const forecasts = candidateForecasts(series, ends[index] ?? 0, pooled, horizon);
    const means = new Float64Array(horizon);
    for (let at = 0; at < forecasts.length; at += 1) {
      const step = at % horizon;
      means[step] = (means[step] as number) + (own[(at - step) / horizon] as number) * (forecasts[at] as number);
    }
    const mean = means.reduce((all, value) => all + value, 0);
    const variance = totalVariance(rolled[index] as RollingErrors, own, mean, horizon, ratios[kinds[index] ?? 0] ?? 1);
    return { means, total: { mean, variance, isCount: series.isCount }, weights: own };
  });
}

function mixWeights(rolled: readonly RollingErrors[], kinds: readonly Kind[]): Float64Array[] {
  const size = rolled[0]?.products.size ?? 0;
  const everybody = noErrors(size);
  const byKind = [noErrors(size), noErrors(size), noErrors(size)] as const;
  for (const [index, { products }] of rolled.entries()) {
    if (products.windows === 0) continue;
    addProducts(everybody, products, 1 / products.windows);
    addProducts(byKind[kinds[index] ?? 0], products, 1 / products.windows);
  }
  const strength = (LIKE_SERIES_WINDOWS * everybody.windows) / (everybody.windows + FEW_SERIES);
  const [busy, some, sparse] = byKind.map((kind) => shrunkProducts(kind, everybody, ALL_SERIES_WINDOWS));
  const priors: Readonly<Record<Kind, ErrorProducts | undefined>> = { 0: busy, 1: some, 2: sparse };
  return rolled.map(({ products }, index) =>
    combinationWeights(shrunkProducts(products, priors[kinds[index] ?? 0] ?? everybody, strength)),
  );
}

const dot = (weights: Float64Array, values: Float64Array): number =>
  weights.reduce((all, weight, at) => all + weight * (values[at] as number), 0);

/** By kind: the squared error of a total over the series' scale, per period (to the power of GROWTH). */
function spreadRatios(rolled: readonly RollingErrors[], weights: readonly Float64Array[], kinds: readonly Kind[]) {
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  for (const [index, { totals, scale }] of rolled.entries()) {
    if (scale === 0) continue;
    const kind = kinds[index] ?? 0;
    for (const { forecasts, actual, periods } of totals) {
      const error = actual - dot(weights[index] as Float64Array, forecasts);
      sums[kind] = (sums[kind] as number) + error ** 2 / scale / periods ** GROWTH / totals.length;
      counts[kind] = (counts[kind] as number) + 1 / totals.length;
    }
  }
  // Independent demand around a known mean has half the naive forecast's mean square; a mean that moves, more.
  const all = (sums.reduce((a, b) => a + b, 0) + 0.7) / (counts.reduce((a, b) => a + b, 0) + 1);
  return sums.map((sum, kind) => (sum + 5 * all) / ((counts[kind] as number) + 5));
}

function totalVariance(
  { totals, scale }: RollingErrors,
  weights: Float64Array,
  mean: number,
  horizon: number,
  ratio: number,
): number {
  let squares = 0;
  let usual = 0;
  for (const { forecasts, actual, periods } of totals) {
    const forecast = dot(weights, forecasts);
    squares += (actual - forecast) ** 2 * (horizon / periods) ** GROWTH;
    usual += (forecast * horizon) / periods / totals.length;
  }
  // A higher mean brings a higher variance, as in counts: the errors seen were seen at the usual mean.
  const relative = usual > 0 ? Math.min(4, Math.max(0.1, mean / usual)) : 1;
  const prior = ratio * scale * horizon ** GROWTH;
  return ((squares + SPREAD_WINDOWS * prior) / (totals.length + SPREAD_WINDOWS)) * relative;
}
