import { type DayDistribution, distributionOf } from './day-distribution.js';

/** A carrier's calendar days from door to door: half its parcels take `likely` or less, nine in ten `cautious` or less. */
export interface TransitDays {
  readonly likely: number;
  readonly cautious: number;
}

/** The tail is cut where less than this is left. */
const LEAST_CHANCE = 0.001;

/**
 * The distribution that has these two quantiles: one half on the likely day (sooner does not help the customer's plans),
 * the rest falling off exponentially after it, a tenth of all later than the cautious day. Where `cautious` is not later
 * than `likely`, all parcels take `likely`.
 */
export function transitDistribution({ likely, cautious }: TransitDays): DayDistribution {
  const weights = new Map([[likely, 0.5]]);
  const left = (days: number): number => 0.5 * 0.2 ** (days / (cautious - likely));
  if (cautious > likely)
    for (let days = 1; left(days - 1) > LEAST_CHANCE; days += 1)
      weights.set(likely + days, left(days - 1) - left(days));
  return distributionOf(weights);
}
