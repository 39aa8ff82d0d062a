import { isBefore, type LocalDate } from '../kernel/dates.js';

export interface ArrivalDates {
  readonly likelyOn: LocalDate;
  readonly cautiousOn: LocalDate;
}

/** Whether goods come by a day: by the cautious date, only by the likely one, or by neither. */
export type InTime = 'yes' | 'perhaps' | 'no';

export function inTimeFor(neededBy: LocalDate, arrives: ArrivalDates): InTime {
  if (!isBefore(neededBy, arrives.cautiousOn)) return 'yes';
  return isBefore(neededBy, arrives.likelyOn) ? 'no' : 'perhaps';
}

/** When the last of several waits is over: the later of each date. The cautious one is not cautious enough for many. */
export const lastOf = (arrivals: readonly [ArrivalDates, ...ArrivalDates[]]): ArrivalDates =>
  arrivals.reduce((last, one) => ({
    likelyOn: isBefore(last.likelyOn, one.likelyOn) ? one.likelyOn : last.likelyOn,
    cautiousOn: isBefore(last.cautiousOn, one.cautiousOn) ? one.cautiousOn : last.cautiousOn,
  }));
