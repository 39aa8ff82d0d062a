import { chanceBy, mapDays } from '../eta/day-distribution.js';
import { type TransitDays, transitDistribution } from '../eta/transit-days.js';
import { addDays, epochDay, type LocalDate } from '../kernel/dates.js';

/** When a parcel that leaves on a known day reaches the door. */
export const parcelArrival = (
  shipsOn: LocalDate,
  { likely, cautious }: TransitDays,
): { readonly likelyOn: LocalDate; readonly cautiousOn: LocalDate } => ({
  likelyOn: addDays(shipsOn, likely),
  cautiousOn: addDays(shipsOn, cautious),
});

/** The chance, from 0 to 1, that it is there by the end of `date`. */
export const chanceParcelBy = (shipsOn: LocalDate, transit: TransitDays, date: LocalDate): number =>
  chanceBy(
    mapDays(transitDistribution(transit), (days) => epochDay(shipsOn) + days),
    epochDay(date),
  );
