import {
  comingWeekday,
  dayAfter,
  dayOf,
  daysApart,
  type IsoDay,
  nearestDate,
  weekdayOf,
  weekdayOfNextWeek,
} from '../entities/calendar-day.js';
import { countNamed, monthNamed, weekdayNamed } from './calendar-words.js';
import { type DayContext, type DayReading, noDay, sure, twoReadings, vague } from './mail-day.js';
import { readNumericDay } from './numeric-days.js';
import { comingWeek, lastWorkdayOf, mondayOf, mondayOfWeek, workdaysAfter } from './week-of-year.js';

export type Groups = Readonly<Record<string, string | undefined>>;
export type Read = (groups: Groups, context: DayContext, before: readonly IsoDay[]) => DayReading | null;

const yearIn = (year: string | undefined): number | null =>
  year ? 2000 + Number(year.replace("'", '').slice(-2)) : null;
const inYear = (month: number, day: number, year: string | undefined, sentOn: IsoDay): IsoDay | null => {
  const named = yearIn(year);
  return named ? dayOf(named, month, day) : nearestDate(month, day, sentOn);
};
export const lastOfMonth = (year: number, month: number): IsoDay =>
  dayAfter(dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) as IsoDay, -1);
/** The year in which a named month is next not over. */
export const monthYear = (month: number, year: string | undefined, sentOn: IsoDay): number => {
  const now = Number(sentOn.slice(0, 4));
  return yearIn(year) ?? (lastOfMonth(now, month) >= sentOn ? now : now + 1);
};

export const readNamed: Read = ({ month = '', day, year, beside, weekday = beside }, { sentOn }) => {
  const found = inYear(monthNamed(month), Number(day), year, sentOn);
  if (found && weekday && weekdayOf(found) !== weekdayNamed(weekday))
    return { day: found, shift: null, doubt: 'weekday_differs' };
  return sure(found);
};

export const readNumeric: Read = ({ first = '', second = '', year, weekday, dot }, context) => {
  const read = readNumericDay(first, second, year, context, { weekday, isDotted: dot === '.' });
  const differs = read?.day && weekday && weekdayOf(read.day) !== weekdayNamed(weekday);
  return differs ? { ...read, doubt: 'weekday_differs' } : read;
};

/** "the 14th": the first one from the mail's date, or from the day that was named just before. */
export const readBare: Read = ({ day, which, weekday }, { sentOn, promised, near }, before) => {
  const number = Number(day);
  const [year = 0, month = 0] = sentOn.split('-').map(Number);
  const around = Array.from({ length: 16 }, (_, at) =>
    dayOf(year + Math.floor((month - 1 + at) / 12), ((month - 1 + at) % 12) + 1, number),
  );
  if (which) return sure(around[which.toLowerCase() === 'next' ? 1 : 0] ?? null);
  const ahead = around.filter((one): one is IsoDay => one !== null && one >= sentOn);
  const last = before.at(-1);
  const coming = ahead.find((one) => !last || one > last);
  if (!coming) return null;
  if (weekday && weekdayOf(coming) !== weekdayNamed(weekday))
    return { day: coming, shift: null, doubt: 'weekday_differs' };
  const nearestTo = (day: IsoDay): IsoDay | undefined =>
    [...ahead].sort((a, b) => daysApart(a, day) - daysApart(b, day))[0];
  if (near) return sure(nearestTo(near) ?? null);
  const nearest = promised.filter((one) => one >= sentOn).map(nearestTo);
  return last && last > sentOn ? sure(coming) : nearest.every((one) => one === coming) ? sure(coming) : twoReadings;
};

export const readWeek: Read = ({ week, second, year, yy }, { sentOn }) => {
  const [from, to] = [Number(week), Number(second ?? 0)];
  const last = to > from && to <= 53 ? to : from;
  const named = yearIn(year ?? yy ?? (second && to <= from ? second : undefined));
  const monday = named ? mondayOfWeek(named, last) : comingWeek(last, sentOn);
  return vague(monday && lastWorkdayOf(monday));
};

export const readPart: Read = ({ part = '', nth, what = '', month = '', year }, { sentOn }) => {
  const which = /next|nächst|que viene|prochain/i.test(what) ? 1 : 0;
  const isLate = /^(?:end|late|second|last|latter|ende|fin)/i.test(part) && !nth;
  const isMid = /^(?:mid|mitte|medi|mi)/i.test(part);
  if (/week|woche|semana|semaine/i.test(what) && !month) {
    const monday = dayAfter(mondayOf(sentOn), 7 * which);
    return vague(dayAfter(monday, isLate ? 4 : isMid ? 2 : 1));
  }
  if (/year|jahr/i.test(what)) return vague(`${Number(sentOn.slice(0, 4)) + which}-12-31`);
  if (/quarter/i.test(what)) return noDay;
  const shifted = Number(sentOn.slice(5, 7)) - 1 + which;
  const number = month ? monthNamed(month) : (shifted % 12) + 1;
  const inOne = month ? monthYear(number, year, sentOn) : Number(sentOn.slice(0, 4)) + Math.floor(shifted / 12);
  if (nth)
    return vague(
      dayOf(
        inOne,
        number,
        7 *
          (['first', 'second', 'third', 'fourth'].findIndex(
            (one) =>
              one === nth.toLowerCase() ||
              nth.startsWith(String(['first', 'second', 'third', 'fourth'].indexOf(one) + 1)),
          ) +
            1),
      ),
    );
  return vague(isLate ? lastOfMonth(inOne, number) : dayOf(inOne, number, isMid ? 15 : 10));
};

const daysIn = (unit: string): number =>
  /^fortnight/i.test(unit)
    ? 14
    : /^(?:w|s)/i.test(unit) && !/^work/i.test(unit)
      ? 7
      : /^(?:month|monat|mois|mes)/i.test(unit)
        ? 30
        : 1;
const isWorkdays = (unit: string): boolean => /^(?:business|work)/i.test(unit);
/** Only whole calendar days are a sure number of days. */
const isCoarse = ({ unit = '', hedge, from }: Groups): boolean =>
  Boolean(hedge ?? from) || !/^(?:calendar\s+)?days?$/i.test(unit);

export const readShift: Read = (groups) => {
  const { count = '', unit = '', early } = groups;
  const shift = countNamed(count) * daysIn(unit) * (early ? -1 : 1);
  const isOfWorkdays = isWorkdays(unit);
  return {
    day: null,
    shift,
    ...(isOfWorkdays ? { isOfWorkdays } : {}),
    doubt: isCoarse(groups) || !/^\d|^t|^f|^s|^e|^n|^one/i.test(count) ? 'vague' : null,
  };
};
export const readAhead: Read = ({ count = '', unit = '' }, { sentOn }) =>
  isWorkdays(unit)
    ? vague(workdaysAfter(sentOn, countNamed(count)))
    : vague(dayAfter(sentOn, countNamed(count) * daysIn(unit)));

export const readWeekday: Read = ({ which = '', weekday = '' }, { sentOn }) => {
  const number = weekdayNamed(weekday);
  if (/last|past/i.test(which)) return sure(dayAfter(comingWeekday(number, sentOn), -7));
  // "next Friday" is this week's to some and next week's to others
  if (/next|nächst|prochain|próximo/i.test(which)) return vague(weekdayOfNextWeek(number, sentOn));
  const coming = comingWeekday(number, sentOn);
  return weekdayOf(sentOn) === number ? vague(coming) : sure(coming);
};

export const nextWeeks: Read = ({ after }, { sentOn }) =>
  vague(lastWorkdayOf(dayAfter(mondayOf(sentOn), after ? 14 : 7)));
