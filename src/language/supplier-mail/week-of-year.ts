import { dayAfter, dayOf, type IsoDay, weekdayOf } from '../entities/calendar-day.js';

const DAYS_IN_WEEK = 7;

/** The Monday on or before a day. */
export const mondayOf = (day: IsoDay): IsoDay => dayAfter(day, -((weekdayOf(day) + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK));

/** The last day of a week on which suppliers ship: its Friday. */
export const lastWorkdayOf = (monday: IsoDay): IsoDay => dayAfter(monday, 4);

/** The Monday of a numbered week: week 1 is the one that holds 4 January (ISO 8601). Null where the year has no such week. */
export function mondayOfWeek(year: number, week: number): IsoDay | null {
  const first = dayOf(year, 1, 4);
  if (first === null || week < 1) return null;
  const monday = dayAfter(mondayOf(first), (week - 1) * DAYS_IN_WEEK);
  // the Thursday of a week lies in the year that the week belongs to
  return Number(dayAfter(monday, 3).slice(0, 4)) === year ? monday : null;
}

/** "CW 50" without a year: the first such week that is not over. */
export function comingWeek(week: number, today: IsoDay): IsoDay | null {
  const year = Number(today.slice(0, 4));
  const mondays = [year, year + 1].flatMap((one) => mondayOfWeek(one, week) ?? []);
  return mondays.find((monday) => dayAfter(monday, 6) >= today) ?? null;
}

/** So many Mondays to Fridays after a day, or before it where the count is negative; holidays are not known. */
export function workdaysAfter(day: IsoDay, count: number): IsoDay {
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = dayAfter(at, Math.sign(count));
    if (![0, 6].includes(weekdayOf(at))) left -= 1;
  }
  return at;
}
