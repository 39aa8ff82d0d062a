import type { DemandSeries } from './demand-series.js';
import { crostonRate, tsbRate } from './intermittent.js';
import { flatFactors, ownFactors, spreadFactors } from './seasonal-factors.js';
import { dampedTrend, type LevelForecast, meanLevel, smoothedLevel, thetaTrend } from './smoothing.js';

type LevelMethod = (y: Float64Array, s: Float64Array, end: number) => LevelForecast;

/** Ways to read the level. Each stands with and without a season; the combination weighs them by how they did. */
const LEVELS: Readonly<Record<string, LevelMethod>> = {
  mean: meanLevel,
  'smoothing 0.05': (y, s, end) => smoothedLevel(y, s, end, 0.05),
  'smoothing 0.1': (y, s, end) => smoothedLevel(y, s, end, 0.1),
  'smoothing 0.2': (y, s, end) => smoothedLevel(y, s, end, 0.2),
  'smoothing 0.4': (y, s, end) => smoothedLevel(y, s, end, 0.4),
  'smoothing 0.8': (y, s, end) => smoothedLevel(y, s, end, 0.8),
  'capped smoothing': (y, s, end) => smoothedLevel(y, s, end, 0.2, 3),
  'damped trend': (y, s, end) => dampedTrend(y, s, end, { alpha: 0.3, beta: 0.1, damping: 0.9 }),
  'slow damped trend': (y, s, end) => dampedTrend(y, s, end, { alpha: 0.15, beta: 0.03, damping: 0.97 }),
  theta: (y, s, end) => thetaTrend(y, s, end, 0.2),
};

const LEVEL_NAMES = Object.keys(LEVELS);
const LEVEL_METHODS = Object.values(LEVELS);
const PLAIN_NAMES = ['SBA', 'TSB', 'fast TSB'];
const SEASONAL_NAMES = ['seasonal naive', 'seasonal mean'];

/** Names of the candidates for series with this season, in the order of their rows. */
export function candidateNames(season: number): readonly string[] {
  if (season < 2) return [...LEVEL_NAMES, ...PLAIN_NAMES];
  return [
    ...LEVEL_NAMES,
    ...PLAIN_NAMES,
    ...LEVEL_NAMES.map((name) => `${name}, shared season`),
    ...LEVEL_NAMES.map((name) => `${name}, own season`),
    ...SEASONAL_NAMES,
  ];
}

/**
 * Mean demand of steps 1 … `horizon` after the first `end` periods, by every candidate: row k, in the order of
 * candidateNames, begins at k × horizon. Nothing after `end` is looked at. `pooled` is the season shared by all
 * series, itself drawn from the past alone.
 */
export function candidateForecasts(
  series: DemandSeries,
  end: number,
  pooled: Float64Array,
  horizon: number,
): Float64Array {
  const { demand, season } = series;
  const out = new Float64Array(candidateNames(season).length * horizon);
  let row = 0;
  const addLevels = (factors: Float64Array) => {
    const spread = spreadFactors(series, factors, end + horizon);
    for (const method of LEVEL_METHODS) writeSteps(out, row++ * horizon, method(demand, spread, end), spread, end);
  };
  const addFlat = (rate: number) => out.fill(rate, row * horizon, ++row * horizon);
  addLevels(flatFactors(season));
  addFlat(crostonRate(demand, end, 0.1, true));
  addFlat(tsbRate(demand, end, 0.1, 0.05));
  addFlat(tsbRate(demand, end, 0.1, 0.15));
  if (season < 2) return out;
  addLevels(pooled);
  addLevels(ownFactors(series, end, pooled));
  const level = meanLevel(demand, flatFactors(end), end).level;
  for (let step = 0; step < horizon; step += 1) {
    const { newest, mean } = sameSeason(demand, end, step, season, level);
    out[row * horizon + step] = newest;
    out[(row + 1) * horizon + step] = mean;
  }
  return out;
}

function writeSteps(
  out: Float64Array,
  from: number,
  { level, trend, damping }: LevelForecast,
  spread: Float64Array,
  end: number,
): void {
  let current = level;
  let growth = trend;
  const horizon = spread.length - end;
  for (let step = 0; step < horizon; step += 1) {
    current += growth;
    growth *= damping;
    out[from + step] = Math.max(0, current) * (spread[end + step] as number);
  }
}

/** Demand one season before a step (further seasons back where unknown), and the mean over all seasons before. */
function sameSeason(demand: Float64Array, end: number, step: number, season: number, level: number) {
  let newest = Number.NaN;
  let sum = 0;
  let count = 0;
  for (let at = end + (step % season) - season; at >= 0; at -= season) {
    const value = demand[at] as number;
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(newest)) newest = value;
    sum += value;
    count += 1;
  }
  return count === 0 ? { newest: level, mean: level } : { newest, mean: sum / count };
}
