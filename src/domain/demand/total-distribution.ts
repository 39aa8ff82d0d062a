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

/**
 * The smallest demand that is not exceeded with chance `p`. Counts: negative binomial (a Poisson whose rate differs
 * from time to time as a gamma variable), or Poisson where the variance is not above the mean. Anything else: gamma.
 */
export function totalQuantile({ mean, variance, isCount }: TotalDemand, p: number): number {
  if (!(mean > 0)) return 0;
  if (!isCount) return gammaQuantile(p, mean, variance);
  if (mean >= CONTINUOUS_FROM) return Math.round(gammaQuantile(p, mean, Math.max(variance, mean)));
  const next = countChances(mean, variance);
  let sum = 0;
  for (let units = 0; ; units += 1) {
    sum += next(units);
    if (sum >= p || units > 1e6) return units;
  }
}

/** The chance that demand is at most `units`. */
export function chanceAtMost({ mean, variance, isCount }: TotalDemand, units: number): number {
  if (units < 0) return 0;
  if (!(mean > 0)) return 1;
  if (!isCount || mean >= CONTINUOUS_FROM) {
    const spread = isCount ? Math.max(variance, mean) : variance;
    if (spread <= 0) return units >= mean ? 1 : 0;
    return regularisedGamma((mean * mean) / spread, ((isCount ? Math.floor(units) + 0.5 : units) * mean) / spread);
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
  const { mean, variance, isCount } = demand;
  if (!(mean > 0)) return 0;
  if (isCount && mean < CONTINUOUS_FROM) {
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
  const spread = isCount ? Math.max(variance, mean) : variance;
  if (spread <= 0) return Math.max(0, mean - stock);
  // For a gamma variable of shape a and scale b: E(X − s)⁺ = ab (1 − P(a + 1, s/b)) − s (1 − P(a, s/b)).
  const shape = (mean * mean) / spread;
  const scaled = (stock * mean) / spread;
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
