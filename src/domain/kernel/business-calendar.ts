import { epochDay, fromEpochDay, type LocalDate, weekdayOf } from './dates.js';

/** Which days a shop or a statute counts as business days. Make one with {@link makeBusinessCalendar}. */
export interface BusinessCalendar {
  readonly holidays: 'us_federal' | 'none';
  /** Weekdays that can be business days, 0 = Sunday … 6 = Saturday. */
  readonly workdays: ReadonlySet<number>;
  /** Single days off on top, such as a stocktaking day. */
  readonly ownDaysOff: ReadonlySet<LocalDate>;
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

/** A calendar from settings; Monday to Friday unless said otherwise. Throws when no weekday is a workday. */
export function makeBusinessCalendar(settings: {
  holidays: BusinessCalendar['holidays'];
  ownDaysOff?: Iterable<LocalDate>;
  workdays?: Iterable<number>;
}): BusinessCalendar {
  const workdays = new Set(settings.workdays ?? MONDAY_TO_FRIDAY);
  if (workdays.size === 0 || [...workdays].some((day) => !Number.isInteger(day) || day < 0 || day > 6)) {
    throw new RangeError(`Workdays are weekdays from 0 (Sunday) to 6 (Saturday), at least one: [${[...workdays]}]`);
  }
  return { holidays: settings.holidays, workdays, ownDaysOff: new Set(settings.ownDaysOff) };
}

/** Monday to Friday less federal holidays: the working days in which we count statutory deadlines. */
export const usWorkingDays: BusinessCalendar = makeBusinessCalendar({ holidays: 'us_federal' });

export const isBusinessDay = (calendar: BusinessCalendar, date: LocalDate): boolean => isOpen(calendar, epochDay(date));

/**
 * The n-th business day after `date`; `date` itself is never counted. With n = 0: `date` if it is a business day, else
 * the next one. So from a Saturday both 0 and 1 give Monday. Throws on a negative or fractional n.
 */
export function addBusinessDays(calendar: BusinessCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Business days to add are whole and not negative, got ${n}`);
  let day = epochDay(date);
  if (n === 0) while (!isOpen(calendar, day)) day += 1;
  for (let left = n; left > 0; ) {
    day += 1;
    if (isOpen(calendar, day)) left -= 1;
  }
  return fromEpochDay(day);
}

/**
 * Business days after `from` up to and including `to`, the count that {@link addBusinessDays} undoes. Negative when
 * `to` is earlier: then the business days after `to` up to and including `from`.
 */
export function businessDaysBetween(calendar: BusinessCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return -businessDaysBetween(calendar, to, from);
  const last = epochDay(to);
  let count = 0;
  for (let day = epochDay(from) + 1; day <= last; day += 1) if (isOpen(calendar, day)) count += 1;
  return count;
}

/** Asked for hundreds of days per estimate, so it stays with numbers as long as it can. */
function isOpen(calendar: BusinessCalendar, day: number): boolean {
  if (!calendar.workdays.has(weekdayOf(day))) return false;
  if (calendar.holidays === 'us_federal' && federalDaysOff(yearOf(day)).has(day)) return false;
  return calendar.ownDaysOff.size === 0 || !calendar.ownDaysOff.has(fromEpochDay(day));
}

/**
 * The days in a calendar year on which federal offices are closed, as observed: a holiday on a Saturday is kept on the
 * Friday before, one on a Sunday on the Monday after. So New Year's Day 2028 (a Saturday) is in the set of 2027.
 * Inauguration Day is left out, being a holiday around Washington only. Source: 5 U.S.C. 6103 and Executive Order
 * 11582; right for 1986 (first Martin Luther King day) and later.
 */
export const usFederalHolidays = (year: number): ReadonlySet<LocalDate> =>
  new Set([...federalDaysOff(year)].map(fromEpochDay));

const federalDaysOffByYear = new Map<number, ReadonlySet<number>>();

function federalDaysOff(year: number): ReadonlySet<number> {
  const known = federalDaysOffByYear.get(year);
  if (known) return known;
  const days = [
    observed(year, 1, 1), // New Year's Day
    nthWeekday(year, 1, 1, 3), // Birthday of Martin Luther King, Jr.: 3rd Monday in January
    nthWeekday(year, 2, 1, 3), // Washington's Birthday: 3rd Monday in February
    nthWeekday(year, 5, 1, 5), // Memorial Day: last Monday in May
    ...(year >= 2021 ? [observed(year, 6, 19)] : []), // Juneteenth, since 2021 (Pub. L. 117-17)
    observed(year, 7, 4), // Independence Day
    nthWeekday(year, 9, 1, 1), // Labor Day: 1st Monday in September
    nthWeekday(year, 10, 1, 2), // Columbus Day: 2nd Monday in October
    observed(year, 11, 11), // Veterans Day
    nthWeekday(year, 11, 4, 4), // Thanksgiving Day: 4th Thursday in November
    observed(year, 12, 25), // Christmas Day
    observed(year + 1, 1, 1),
  ];
  const inYear = new Set(days.filter((day) => yearOf(day) === year));
  federalDaysOffByYear.set(year, inYear);
  return inYear;
}

const DAY_MS = 86_400_000;

const utcDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

function observed(year: number, month: number, dayOfMonth: number): number {
  const day = utcDay(year, month, dayOfMonth);
  const on = weekdayOf(day);
  if (on === 6) return day - 1;
  return on === 0 ? day + 1 : day;
}

/** The n-th given weekday of a month, or the last one when the month has fewer than n. */
function nthWeekday(year: number, month: number, wanted: number, n: number): number {
  const first = utcDay(year, month, 1);
  const day = first + ((wanted - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
  return day < utcDay(year, month + 1, 1) ? day : day - 7;
}
