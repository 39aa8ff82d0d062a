/** Days of cover against a threshold that was set for them. */
export interface Watched {
  /** It was told that the cover is below, and it has not recovered since. */
  readonly isLow: boolean;
  readonly belowDays: number;
  /** Null where nothing sells: it lasts for ever. */
  readonly coverDays: number | null;
}

/**
 * What is to be told of a threshold now: that the cover fell below it, that it is well above again, or nothing. Well
 * above is `recoverPercent` of the threshold (at least 100), so that a cover that goes up and down around the threshold
 * is told once (hysteresis, as of a thermostat).
 */
export function lowStockCrossing(
  { isLow, belowDays, coverDays }: Watched,
  recoverPercent: number,
): 'fell' | 'recovered' | 'none' {
  const cover = coverDays ?? Number.POSITIVE_INFINITY;
  if (!isLow) return cover < belowDays ? 'fell' : 'none';
  return cover >= (belowDays * recoverPercent) / 100 && cover >= belowDays ? 'recovered' : 'none';
}
