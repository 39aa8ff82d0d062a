import {
  addDays,
  addToInstant,
  clockIn,
  compareInstants,
  dateIn,
  type Instant,
  type LocalDate,
  startOfDay,
  type Zone,
} from '../../domain/kernel/dates.js';

/** A time of day by some clock, such as 08:00 in the shop's zone. */
export interface TimeOfDay {
  readonly zone: Zone;
  readonly at: string;
}

/** The first moment of a day at which the clock shows the time, or, where the clocks leave it out, a later one. */
export function momentOn(date: LocalDate, { zone, at }: TimeOfDay): Instant {
  const guess = addToInstant(startOfDay(date, zone), { minutes: minutesOf(at) });
  const mended = addToInstant(guess, { minutes: minutesOf(at) - minutesOf(clockIn(zone, guess)) });
  return clockIn(zone, mended) === at ? mended : guess;
}

/** The first moment after `now` at which one of the clocks shows its time. */
export function nextStop(now: Instant, times: readonly [TimeOfDay, ...TimeOfDay[]]): Instant {
  const next = times.map((time) => {
    const today = dateIn(time.zone, now);
    const moment = momentOn(today, time);
    return compareInstants(moment, now) > 0 ? moment : momentOn(addDays(today, 1), time);
  });
  return earliest(next as [Instant, ...Instant[]]);
}

export const earliest = (moments: readonly [Instant, ...Instant[]]): Instant =>
  moments.reduce((first, one) => (compareInstants(one, first) < 0 ? one : first));

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
