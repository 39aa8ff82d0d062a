import { dayOf, daysApart, type IsoDay, nearestDate, weekdayOf } from '../entities/calendar-day.js';
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
  { sentOn, order, writesDots, promised }: DayContext,
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
  if (isDotted && writesDots) return sure(dayFirst);
  const likely = likelyOf(monthFirst, dayFirst, sentOn, promised);
  return likely ? { day: likely, shift: null, doubt: 'likely_order' } : twoReadings;
}

/** A delivery is spoken of some weeks about the day that was promised, and not in the past. */
const NEAR_DAYS = 45;
const FAR_DAYS = 75;

/** Of two readings the one near to a promised day, where the other is past or far off. */
function likelyOf(one: IsoDay, other: IsoDay, sentOn: IsoDay, promised: readonly IsoDay[]): IsoDay | null {
  const away = (day: IsoDay): number =>
    day < sentOn ? Number.POSITIVE_INFINITY : Math.min(...promised.map((old) => daysApart(day, old)));
  if (away(one) <= NEAR_DAYS && away(other) >= FAR_DAYS) return one;
  return away(other) <= NEAR_DAYS && away(one) >= FAR_DAYS ? other : null;
}

const NUMERIC = /(?<![\w$£€./-])(\d{1,2})([/.-])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![\w%/]|[.-]\d)/g;

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
  /\b(?:wir|und|der|die|das|liefer\w*|versand\w*|termin\w*|am|bis|kann|wird|werden|geht|kommt|leider|statt|zum|voraussichtlich|grüße|bestellung)\b/gi;

const CERTAIN_WORD = /\b(?:liefer\w+|versand\w*|termin\w+|voraussichtlich|grüße|bestell\w+|verfügbar|bestätig\w+)/i;

/** One word that is of no other language, or two small ones. */
export const writesDots = (text: string): boolean =>
  CERTAIN_WORD.test(text) || new Set([...text.matchAll(DOT_LANGUAGE)].map(([word]) => word.toLowerCase())).size >= 2;
