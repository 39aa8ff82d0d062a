import { gammaQuantile, regularisedGamma } from './gamma-distribution.js';

/** The sum of demand over some periods, by its first two moments. */
export interface TotalDemand {
  /** Units, at least 0. */
  readonly mean: number;
  /** Units squared. */
  readonly variance: number;
  /** Whole units only. */
  readonly isCount: boolean;
}

/** From this mean on a count is so nearly continuous that the gamma distribution, rounded, stands in for it. */
const CONTINUOUS_FROM = 400;
/** The same for counts that vary less than chance would have it, such as standing orders. */
const STEADY_FROM = 2;

const isContinuous = ({ mean, variance, isCount }: TotalDemand): boolean =>
  !isCount || mean >= CONTINUOUS_FROM || (mean >= STEADY_FROM && variance < mean * (1 - 1e-9));

/**
 * The smallest demand that is not exceeded with chance `p`. Counts: negative binomial (a Poisson whose rate differs
 * from time to time as a gamma variable), or Poisson where mean and variance are alike. Measures, large counts and counts
 * that vary less than Poisson ones: gamma, rounded for counts.
 */
export function totalQuantile(demand: TotalDemand, p: number): number {
  const { mean, variance, isCount } = demand;
  if (!(mean > 0)) return 0;
  if (isContinuous(demand)) {
    const quantile = gammaQuantile(p, mean, variance);
    return isCount ? Math.round(quantile) : quantile;
  }
  const next = countChances(mean, variance);
  let sum = 0;
  for (let units = 0; ; units += 1) {
    sum += next(units);
    if (sum >= p || units > 1e6) return units;
  }
}

/** The chance that demand is at most `units`. */
export function chanceAtMost(demand: TotalDemand, units: number): number {
  const { mean, variance, isCount } = demand;
  if (units < 0) return 0;
  if (!(mean > 0)) return 1;
  if (isContinuous(demand)) {
    const limit = isCount ? Math.floor(units) + 0.5 : units;
    if (variance <= 0) return limit >= mean ? 1 : 0;
    return regularisedGamma((mean * mean) / variance, (limit * mean) / variance);
  }
  const next = countChances(mean, variance);
  let sum = 0;
  for (let at = 0; at <= Math.floor(units); at += 1) sum += next(at);
  return Math.min(1, sum);
}

/**
 * Units by which demand is expected to exceed `stock`: E(X − stock)⁺, the sum of the chances of demand above it.
 * Throws on a stock that is not at least 0.
 */
export function expectedShortfall(demand: TotalDemand, stock: number): number {
  if (!(stock >= 0)) throw new RangeError(`Stock is at least 0, got ${stock}`);
  const { mean, variance } = demand;
  if (!(mean > 0)) return 0;
  if (!isContinuous(demand)) {
    const next = countChances(mean, variance);
    let covered = 0;
    let sum = 0;
    for (let at = 0; at <= Math.floor(stock); at += 1) {
      const chance = next(at);
      covered += at * chance;
      sum += chance;
    }
    return Math.max(0, mean - covered - stock * (1 - sum));
  }
  if (variance <= 0) return Math.max(0, mean - stock);
  // For a gamma variable of shape a and scale b: E(X − s)⁺ = ab (1 − P(a + 1, s/b)) − s (1 − P(a, s/b)).
  const shape = (mean * mean) / variance;
  const scaled = (stock * mean) / variance;
  const above = mean * (1 - regularisedGamma(shape + 1, scaled)) - stock * (1 - regularisedGamma(shape, scaled));
  return Math.max(0, above);
}

/** The chances of 0, 1, 2 … units, to be asked for in this order: each follows from the one before. */
function countChances(mean: number, variance: number): (units: number) => number {
  let chance = 0;
  if (variance <= mean * (1 + 1e-9)) {
    return (units) => {
      chance = units === 0 ? Math.exp(-mean) : (chance * mean) / units;
      return chance;
    };
  }
  const size = (mean * mean) / (variance - mean);
  const share = mean / variance;
  return (units) => {
    chance = units === 0 ? Math.exp(size * Math.log(share)) : (chance * (size + units - 1) * (1 - share)) / units;
    return chance;
  };
}
