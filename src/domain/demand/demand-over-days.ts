import { GROWTH } from './forecast-panel.js';
import type { Moments } from './lead-time-demand.js';
import type { TotalDemand } from './total-distribution.js';

/** A forecast by week: mean units of each, and the sum over all of them. */
export interface WeeklyForecast {
  readonly means: Float64Array;
  readonly total: TotalDemand;
}

const WEEK = 7;

/**
 * Demand over the next days, which may be a part of a week, or more than was forecast: then as the mean week. Its
 * variance is that of the forecast total, grown with time as the forecast grows it, and in the ratio of the means.
 */
export function demandOverDays({ means, total }: WeeklyForecast, days: number): TotalDemand {
  const horizon = means.length * WEEK;
  if (!(days >= 0) || horizon === 0) throw new RangeError(`Days from 0 on, of a forecast of at least a week: ${days}`);
  let mean = 0;
  for (let week = 0; week < means.length; week += 1)
    mean += (means[week] as number) * Math.min(1, Math.max(0, days / WEEK - week));
  mean += (Math.max(0, days - horizon) * total.mean) / horizon;
  const usual = (total.mean * days) / horizon;
  const relative = usual > 0 ? mean / usual : 1;
  return { mean, variance: total.variance * (days / horizon) ** GROWTH * relative, isCount: total.isCount };
}

/**
 * The same over a time that itself varies: to the variance comes (units a day)² × variance of the days (Silver, Pyke and
 * Thomas 2017, ch. 6; leadTimeDemand has it for days independent of each other).
 */
export function demandUntil(forecast: WeeklyForecast, days: Moments): TotalDemand {
  const known = demandOverDays(forecast, days.mean);
  const perDay = days.mean > 0 ? known.mean / days.mean : 0;
  return { ...known, variance: known.variance + perDay ** 2 * days.variance };
}
