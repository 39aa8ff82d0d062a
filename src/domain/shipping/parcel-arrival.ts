import type { ArrivalDates } from '../allocation/split-order.js';
import type { TransitDays } from '../eta/transit-days.js';
import { addDays, type LocalDate } from '../kernel/dates.js';

/** When a parcel that leaves on a known day reaches the door. */
export const parcelArrival = (shipsOn: LocalDate, { likely, cautious }: TransitDays): ArrivalDates => ({
  likelyOn: addDays(shipsOn, likely),
  cautiousOn: addDays(shipsOn, cautious),
});
