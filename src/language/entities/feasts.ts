import { dayAfter, dayOf, type IsoDay, weekdayOf } from './calendar-day.js';

interface Feast {
  /** Part of a regular expression; what is more than the name ("christmas eve") stands before the name. */
  readonly words: string;
  readonly on: (year: number) => IsoDay | null;
}

const fixed =
  (month: number, day: number) =>
  (year: number): IsoDay | null =>
    dayOf(year, month, day);

/** The nth such weekday of a month, or the last one. */
const nth =
  (count: number | 'last', weekday: number, month: number, daysLater = 0) =>
  (year: number): IsoDay | null => {
    const start = dayOf(year, month, count === 'last' ? 31 : 1);
    if (start === null) return null;
    const ahead = count === 'last' ? -((weekdayOf(start) - weekday + 7) % 7) : (weekday - weekdayOf(start) + 7) % 7;
    return dayAfter(start, ahead + (count === 'last' ? 0 : (count - 1) * 7) + daysLater);
  };

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher), and days from it. */
const easter =
  (daysLater: number) =>
  (year: number): IsoDay | null => {
    const golden = year % 19;
    const century = Math.floor(year / 100);
    const ofCentury = year % 100;
    const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
    const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
    const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
    const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
    const sum = epact + toSunday - 7 * shift + 114;
    const sunday = dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
    return sunday && dayAfter(sunday, daysLater);
  };

const FEASTS: readonly Feast[] = [
  { words: "new year'?s eve", on: fixed(12, 31) },
  { words: "new years?(?:'s)?(?: day)?", on: fixed(1, 1) },
  { words: "valentine'?s?(?: day)?", on: fixed(2, 14) },
  { words: "st\\.? patrick'?s?(?: day)?", on: fixed(3, 17) },
  { words: 'good friday', on: easter(-2) },
  { words: 'easter monday', on: easter(1) },
  { words: 'easter(?: sunday)?', on: easter(0) },
  { words: "mother'?s day", on: nth(2, 0, 5) },
  { words: 'memorial day', on: nth('last', 1, 5) },
  { words: "father'?s day", on: nth(3, 0, 6) },
  { words: 'independence day', on: fixed(7, 4) },
  { words: 'labou?r day', on: nth(1, 1, 9) },
  { words: 'halloween', on: fixed(10, 31) },
  { words: 'thanksgiving', on: nth(4, 4, 11) },
  { words: 'black friday', on: nth(4, 4, 11, 1) },
  { words: 'cyber monday', on: nth(4, 4, 11, 4) },
  { words: '(?:christmas|xmas|x-mas|chrissy) eve', on: fixed(12, 24) },
  { words: '(?:christmas|xmas|x-mas|chrissy)(?: day)?', on: fixed(12, 25) },
  { words: 'boxing day', on: fixed(12, 26) },
];
const NAMED = FEASTS.map(({ words, on }) => ({ shape: new RegExp(`^(?:${words})$`, 'i'), on }));

/** Days that people name by what is held on them, as part of a regular expression. Movable ones as in the United States. */
export const FEAST_NAMES = FEASTS.map(({ words }) => words).join('|');

/** People speak of a feast so long after it; later they mean next year's. */
const DAYS_LOOKED_BACK = 90;

/** The day of a feast that is meant, seen from today; null for what is none. */
export function feastDay(name: string, today: IsoDay): IsoDay | null {
  const feast = NAMED.find(({ shape }) => shape.test(name));
  if (!feast) return null;
  const year = Number(today.slice(0, 4));
  const earliest = dayAfter(today, -DAYS_LOOKED_BACK);
  return [year - 1, year, year + 1].flatMap((one) => feast.on(one) ?? []).find((one) => one > earliest) ?? null;
}
