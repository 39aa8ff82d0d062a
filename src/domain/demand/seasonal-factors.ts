import type { DemandSeries } from './demand-series.js';

/** Cycles that must be seen before a season is looked for. */
export const LEAST_CYCLES = 1.5;
/** The pooled season speaks like so many cycles of the series' own. */
const POOLED_CYCLES = 1.5;
/** A season flat at 1 speaks like so many series against the pooled one. */
const FLAT_SERIES = 0.5;
/** Factors below this are not told apart from it. */
const LEAST_FACTOR = 0.02;
/** Seasons longer than this are smoothed over neighbouring periods: a year of weeks has too few of each. */
const LONG_SEASON = 26;
const NEIGHBOURS = [1, 2, 3, 2, 1];

/** Demand and level summed by position in the season. Their ratio is the factor. */
interface PositionSums {
  readonly demand: Float64Array;
  readonly level: Float64Array;
}

const positionOf = (period: number, season: number): number => ((period % season) + season) % season;

/**
 * The level around each period, with the season taken out: demand over factors, both summed over a window of about
 * one season, which is cut off at the ends.
 */
function centredLevel(series: DemandSeries, end: number, factors: Float64Array): Float64Array {
  const { demand, firstPeriod, season } = series;
  const half = Math.max(Math.floor(season / 2), 3);
  const level = new Float64Array(end);
  let sum = 0;
  let weight = 0;
  const include = (at: number, sign: number) => {
    const value = demand[at] as number;
    if (Number.isNaN(value)) return;
    sum += sign * value;
    weight += sign * (factors[positionOf(firstPeriod + at, season)] as number);
  };
  for (let at = 0; at < Math.min(half, end); at += 1) include(at, 1);
  for (let at = 0; at < end; at += 1) {
    if (at + half < end) include(at + half, 1);
    if (at - half - 1 >= 0) include(at - half - 1, -1);
    level[at] = weight > 1e-9 ? Math.max(0, sum / weight) : 0;
  }
  return level;
}

function sumByPosition(series: DemandSeries, end: number, factors: Float64Array): PositionSums {
  const { demand, firstPeriod, season } = series;
  const level = centredLevel(series, end, factors);
  const sums = { demand: new Float64Array(season), level: new Float64Array(season) };
  for (let at = 0; at < end; at += 1) {
    const value = demand[at] as number;
    if (Number.isNaN(value)) continue;
    const position = positionOf(firstPeriod + at, season);
    sums.demand[position] = (sums.demand[position] as number) + value;
    sums.level[position] = (sums.level[position] as number) + (level[at] as number);
  }
  return season > LONG_SEASON ? { demand: smoothRound(sums.demand), level: smoothRound(sums.level) } : sums;
}

function smoothRound(values: Float64Array): Float64Array {
  const length = values.length;
  const middle = (NEIGHBOURS.length - 1) / 2;
  return values.map((_, at) =>
    NEIGHBOURS.reduce(
      (all, weight, offset) => all + weight * (values[positionOf(at + offset - middle, length)] as number),
      0,
    ),
  );
}

/** Factors from sums, drawn towards `prior` by `strength` units of level, with a mean of 1. */
function factorsFrom({ demand, level }: PositionSums, prior: Float64Array, strength: number): Float64Array {
  const raw = demand.map((sum, at) => {
    const weight = (level[at] as number) + strength;
    return weight > 0 ? Math.max(LEAST_FACTOR, (sum + strength * (prior[at] as number)) / weight) : 1;
  });
  const mean = raw.reduce((all, factor) => all + factor, 0) / raw.length;
  return raw.map((factor) => factor / mean);
}

/** Factors of 1: no season. */
export const flatFactors = (season: number): Float64Array => new Float64Array(season).fill(1);

/**
 * The season that all series of one spacing share, by position in the cycle (running period number modulo season), as
 * factors with a mean of 1: ratio to moving average (Macauley 1931), twice, so that the ends of a series count too.
 * Each series counts by the square root of its mean, `ends` says how much of it may be seen. Flat where nothing is
 * seen for at least one and a half cycles.
 */
export function pooledFactors(panel: readonly DemandSeries[], ends: readonly number[], season: number): Float64Array {
  let factors = flatFactors(season);
  if (season < 2) return factors;
  for (let round = 0; round < 2; round += 1) {
    const sums = { demand: new Float64Array(season), level: new Float64Array(season) };
    let strength = 0;
    let typical = 0;
    for (const [index, series] of panel.entries()) {
      const end = ends[index] ?? 0;
      if (end < LEAST_CYCLES * season) continue;
      const own = sumByPosition(series, end, factors);
      const mean = own.level.reduce((all, value) => all + value, 0) / season;
      if (mean <= 0) continue;
      const weight = 1 / Math.sqrt(mean);
      for (let at = 0; at < season; at += 1) {
        sums.demand[at] = (sums.demand[at] as number) + weight * (own.demand[at] as number);
        sums.level[at] = (sums.level[at] as number) + weight * (own.level[at] as number);
      }
      strength += mean * weight;
      typical += 1;
    }
    if (typical === 0) return factors;
    factors = factorsFrom(sums, flatFactors(season), (FLAT_SERIES * strength) / typical);
  }
  return factors;
}

/** The series' own season in what may be seen of it, drawn towards the pooled one; the pooled one where too short. */
export function ownFactors(series: DemandSeries, end: number, pooled: Float64Array): Float64Array {
  const { season } = series;
  if (season < 2 || end < LEAST_CYCLES * season) return pooled;
  let factors = pooled;
  for (let round = 0; round < 2; round += 1) {
    const sums = sumByPosition(series, end, factors);
    const perCycle = sums.level.reduce((all, value) => all + value, 0) / Math.max(1, end);
    factors = factorsFrom(sums, pooled, POOLED_CYCLES * perCycle);
  }
  return factors;
}

/** The factors of `length` periods from the series' first on. */
export function spreadFactors(series: DemandSeries, factors: Float64Array, length: number): Float64Array {
  const spread = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    spread[at] = factors[positionOf(series.firstPeriod + at, factors.length)] as number;
  }
  return spread;
}
