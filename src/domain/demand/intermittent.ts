/** Rates of demand per period for series with many periods of none. Unknown periods (NaN) are left out. */

/**
 * Croston's method (1972): size and interval of demands smoothed apart, updated only when there is demand; the rate is
 * size / interval. With `corrected`, times (1 − alpha/2), which takes off its bias (SBA, Syntetos and Boylan 2005).
 * Where there was no demand at all, 0.
 */
export function crostonRate(y: Float64Array, end: number, alpha: number, corrected: boolean): number {
  let size = 0;
  let interval = 0;
  let demands = 0;
  let since = 0;
  for (let at = 0; at < end; at += 1) {
    const value = y[at] as number;
    if (Number.isNaN(value)) continue;
    since += 1;
    if (value <= 0) continue;
    demands += 1;
    const gain = Math.max(alpha, 1 / demands);
    size += gain * (value - size);
    interval += gain * (since - interval);
    since = 0;
  }
  if (demands === 0) return 0;
  return (size / interval) * (corrected ? 1 - alpha / 2 : 1);
}

/**
 * Teunter, Syntetos and Babai's method (2011): size of demands and chance of one, the chance updated in every period,
 * so that the forecast of a dying product falls towards 0.
 */
export function tsbRate(y: Float64Array, end: number, alpha: number, beta: number): number {
  let size = 0;
  let chance = 0;
  let demands = 0;
  let periods = 0;
  for (let at = 0; at < end; at += 1) {
    const value = y[at] as number;
    if (Number.isNaN(value)) continue;
    periods += 1;
    chance += Math.max(beta, 1 / periods) * ((value > 0 ? 1 : 0) - chance);
    if (value <= 0) continue;
    demands += 1;
    size += Math.max(alpha, 1 / demands) * (value - size);
  }
  return chance * size;
}
