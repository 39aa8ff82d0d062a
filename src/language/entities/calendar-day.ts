/** A calendar day as `YYYY-MM-DD`. This room knows no other type of it. */
export type IsoDay = string;

const DAY_MS = 86_400_000;
const DAYS_IN_WEEK = 7;

const toIso = (ms: number): IsoDay => new Date(ms).toISOString().slice(0, 10);
const toMs = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`);

export const dayAfter = (day: IsoDay, days: number): IsoDay => toIso(toMs(day) + days * DAY_MS);

/** How many days lie between two, whichever comes first. */
export const daysApart = (one: IsoDay, other: IsoDay): number => Math.abs(toMs(one) - toMs(other)) / DAY_MS;

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: IsoDay): number => new Date(toMs(day)).getUTCDay();

/** The day of a year, month (1–12) and day of month; null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): IsoDay | null {
  const ms = Date.UTC(year, month - 1, day);
  const iso = toIso(ms);
  return Number(iso.slice(5, 7)) === month && Number(iso.slice(8)) === day ? iso : null;
}

/** The next day after today that falls on a weekday: one to seven days ahead. */
export function comingWeekday(weekday: number, today: IsoDay): IsoDay {
  const ahead = (weekday - weekdayOf(today) + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  return dayAfter(today, ahead === 0 ? DAYS_IN_WEEK : ahead);
}

/** The weekday of the week after this one; a week begins on Monday. */
export function weekdayOfNextWeek(weekday: number, today: IsoDay): IsoDay {
  const fromMonday = (day: number): number => (day + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK;
  return dayAfter(today, DAYS_IN_WEEK - fromMonday(weekdayOf(today)) + fromMonday(weekday));
}

/** "the 14th": the first such day from today on; null for a day that no month has. */
export function comingDayOfMonth(day: number, today: IsoDay): IsoDay | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const found = dayOf(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, day);
    if (found !== null && found >= today) return found;
  }
  return null;
}

/** People speak of what lies so far back without its year; what lies further back is next year's. */
const DAYS_LOOKED_BACK = 90;

/** "dec 14" without a year: this year's or next year's, whichever is meant from `DAYS_LOOKED_BACK` ago on. */
export function nearestDate(month: number, day: number, today: IsoDay): IsoDay | null {
  const year = Number(today.slice(0, 4));
  const earliest = dayAfter(today, -DAYS_LOOKED_BACK);
  const candidates = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, day) ?? []);
  return candidates.find((one) => one > earliest) ?? null;
}
