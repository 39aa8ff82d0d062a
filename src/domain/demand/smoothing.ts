/**
 * Forecasts of a level and, where told, a trend, from demand cleared of its season. All take the demand `y` and the
 * season's factors `s` of the same periods (1 throughout where there is no season), look at the first `end` periods
 * only, and leave out unknown periods (NaN). A level is demand per factor: y ≈ level × s. A period counts in proportion to its
 * factor up to 1, since the demand of a dead season says little about the level.
 */
export interface LevelForecast {
  readonly level: number;
  /** Growth of the level in the step after the last period; each later step's is `damping` times the one before. */
  readonly trend: number;
  readonly damping: number;
}

const flat = (level: number): LevelForecast => ({ level: Math.max(0, level), trend: 0, damping: 0 });

/** Mean of all known periods; 0 where none is known. */
export function meanLevel(y: Float64Array, s: Float64Array, end: number): LevelForecast {
  let demand = 0;
  let factors = 0;
  for (let at = 0; at < end; at += 1) {
    const value = y[at] as number;
    if (Number.isNaN(value)) continue;
    demand += value;
    factors += s[at] as number;
  }
  return flat(factors > 0 ? demand / factors : 0);
}

/**
 * Simple exponential smoothing (Brown 1956): level += gain × (demand − level). The gain falls from 1 as 1/n until it
 * reaches `alpha`, so that no first level has to be guessed. `cap` cuts single demands off at so many levels' mean
 * absolute deviations above the level; what is cut off on average is added back, so that rare promotions count with
 * their frequency and not with their date.
 */
export function smoothedLevel(
  y: Float64Array,
  s: Float64Array,
  end: number,
  alpha: number,
  cap = Number.POSITIVE_INFINITY,
): LevelForecast {
  let level = 0;
  let spread = 0;
  let excess = 0;
  let count = 0;
  for (let at = 0; at < end; at += 1) {
    const value = y[at] as number;
    if (Number.isNaN(value)) continue;
    const factor = s[at] as number;
    const own = value / factor;
    count += 1;
    const ceiling = count > 4 && spread > 0 ? level + cap * spread : Number.POSITIVE_INFINITY;
    const kept = Math.min(own, ceiling);
    const gain = Math.max(alpha, 1 / count) * Math.min(1, factor);
    if (count > 1) spread += Math.max(0.1, 1 / count) * (Math.abs(kept - level) - spread);
    excess += (own - kept - excess) / count;
    level += gain * (kept - level);
  }
  return flat(level + excess);
}

/** Holt's linear trend, damped (Gardner and McKenzie 1985): the trend's share in each later step falls by `damping`. */
export function dampedTrend(
  y: Float64Array,
  s: Float64Array,
  end: number,
  { alpha, beta, damping }: { alpha: number; beta: number; damping: number },
): LevelForecast {
  let level = 0;
  let trend = 0;
  let count = 0;
  for (let at = 0; at < end; at += 1) {
    const value = y[at] as number;
    const expected = Math.max(0, level + damping * trend);
    if (Number.isNaN(value)) {
      level = expected;
      trend *= damping;
      continue;
    }
    const factor = s[at] as number;
    count += 1;
    const gain = Math.max(alpha, 1 / count) * Math.min(1, factor);
    const next = expected + gain * (value / factor - expected);
    trend = count < 3 ? 0 : damping * trend + beta * (next - level - damping * trend);
    level = Math.max(0, next);
  }
  return { level, trend: damping * trend, damping };
}

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) as smoothing with drift (Hyndman and Billah 2003): simple
 * exponential smoothing plus half the slope of a straight line through all periods.
 */
export function thetaTrend(y: Float64Array, s: Float64Array, end: number, alpha: number): LevelForecast {
  const { level } = smoothedLevel(y, s, end, alpha);
  let count = 0;
  let meanTime = 0;
  let meanValue = 0;
  let timeValue = 0;
  let timeTime = 0;
  for (let at = 0; at < end; at += 1) {
    const value = y[at] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    const own = value / (s[at] as number);
    const before = at - meanTime;
    meanTime += before / count;
    timeTime += before * (at - meanTime);
    timeValue += before * (own - meanValue - (own - meanValue) / count);
    meanValue += (own - meanValue) / count;
  }
  const slope = count < 6 || timeTime === 0 ? 0 : timeValue / timeTime;
  return { level, trend: slope / 2, damping: 1 };
}
