/**
 * Calendar dates (`YYYY-MM-DD`) are days on a calendar, not moments: they are read, compared and written without any
 * time zone, so that "Dec 4" is Dec 4 in Honolulu too.
 */
const dayMillis = 86_400_000;
const farDays = 120;

/** Days since 1970-01-01 of a calendar date. */
export function dayNumber(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayMillis;
}

/** "Fri, Dec 4", with the year when it is another than today's and far off: as the desk says dates in its texts. */
export function calendarDateText(date: string, today: string): string {
  const isClear = date.slice(0, 4) === today.slice(0, 4) || Math.abs(dayNumber(date) - dayNumber(today)) < farDays;
  return new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(!isClear && { year: 'numeric' }),
  }).format(dayNumber(date) * dayMillis);
}

/** "Nov 2, 2026". */
export function longDateText(date: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' }).format(
    dayNumber(date) * dayMillis,
  );
}
