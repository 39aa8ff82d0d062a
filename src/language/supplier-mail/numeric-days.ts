import { dayOf, type IsoDay, nearestDate, weekdayOf } from '../entities/calendar-day.js';
import { weekdayNamed } from './calendar-words.js';
import type { DayContext, DayReading } from './mail-day.js';
import { sure, twoReadings } from './mail-day.js';

const yearOf = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const dayIn = (month: number, day: number, year: string | undefined, sentOn: IsoDay): IsoDay | null =>
  year ? dayOf(yearOf(year), month, day) : nearestDate(month, day, sentOn);

/** Both ways to read two numbers as month and day. */
const bothWays = (first: string, second: string, year: string | undefined, sentOn: IsoDay) => ({
  monthFirst: dayIn(Number(first), Number(second), year, sentOn),
  dayFirst: dayIn(Number(second), Number(first), year, sentOn),
});

/** 12/14 and 14/12 have one reading; 04/05 has one only where the mail shows its order or names the weekday. */
export function readNumericDay(
  first: string,
  second: string,
  year: string | undefined,
  { sentOn, order, writesDots }: DayContext,
  { weekday, isDotted = false }: { weekday?: string | undefined; isDotted?: boolean },
): DayReading | null {
  const { monthFirst, dayFirst } = bothWays(first, second, year, sentOn);
  if (monthFirst === dayFirst || !dayFirst) return sure(monthFirst);
  if (!monthFirst) return sure(dayFirst);
  if (weekday) {
    const fits = [monthFirst, dayFirst].filter((day) => weekdayOf(day) === weekdayNamed(weekday));
    return fits.length === 1 ? sure(fits[0] ?? null) : twoReadings;
  }
  if (order) return sure(order === 'day-first' ? dayFirst : monthFirst);
  return isDotted && writesDots ? sure(dayFirst) : twoReadings;
}

const NUMERIC = /(?<![\w$£€.,/-])(\d{1,2})([/.-])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![\w%/]|[.-]\d)/g;

/**
 * Whether a mail writes the day or the month first, from its dates that can be read in one way only, and from those
 * that name a promised date. Null where it shows neither, or both.
 */
export function writtenOrder(text: string, sentOn: IsoDay, promised: readonly IsoDay[]): DayContext['order'] {
  const shown = new Set<'day-first' | 'month-first'>();
  for (const [, first = '', separator, second = '', year] of text.matchAll(NUMERIC)) {
    if (!year && separator !== '/') continue;
    const { monthFirst, dayFirst } = bothWays(first, second, year, sentOn);
    if (monthFirst === dayFirst) continue;
    if (monthFirst && !dayFirst) shown.add('month-first');
    else if (dayFirst && !monthFirst) shown.add('day-first');
    else {
      const fits = (day: IsoDay | null): boolean => day !== null && promised.includes(day);
      if (fits(monthFirst) !== fits(dayFirst)) shown.add(fits(dayFirst) ? 'day-first' : 'month-first');
    }
  }
  const [order, other] = shown;
  return order && !other ? order : null;
}

/** Words by which German and its like are told, where days are written 14.12. */
const DOT_LANGUAGE =
  /\b(?:wir|und|der|die|das|liefer\w*|versand\w*|termin\w*|am|bis|voraussichtlich|grüße|bestellung)\b/gi;

/** Two such words at least. */
export const writesDots = (text: string): boolean =>
  new Set([...text.matchAll(DOT_LANGUAGE)].map(([word]) => word.toLowerCase())).size >= 2;
