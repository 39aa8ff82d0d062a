import {
  addDays,
  addToInstant,
  clockIn,
  compareInstants,
  dateIn,
  type Instant,
  startOfDay,
  type Zone,
} from '../../domain/kernel/dates.js';

/** The clock halts at least this often, in hours of the shop's day, so that the day begins, opens and ends for everybody. */
const EVERY_HOURS = 4;

/** The first moment after `now` at which the shop's clock shows 0:00, 4:00, 8:00 and so on. */
export function nextStop(now: Instant, zone: Zone): Instant {
  const today = dateIn(zone, now);
  const begin = startOfDay(today, zone);
  const tomorrow = startOfDay(addDays(today, 1), zone);
  for (let hours = EVERY_HOURS; hours < 24; hours += EVERY_HOURS) {
    const stop = addToInstant(begin, { hours });
    if (compareInstants(stop, now) > 0 && compareInstants(stop, tomorrow) < 0) return stop;
  }
  return tomorrow;
}

/** Ten in the morning, by the shop's clock, so many days after the day of `now`: everybody is awake by then. */
export function morningAfter(now: Instant, days: number, zone: Zone): Instant {
  const begin = startOfDay(addDays(dateIn(zone, now), days), zone);
  const at = addToInstant(begin, { hours: 10 });
  const shown = Number(clockIn(zone, at).slice(0, 2));
  return addToInstant(at, { hours: 10 - shown });
}
