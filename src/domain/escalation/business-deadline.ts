import { addBusinessDays, type BusinessCalendar, isBusinessDay } from '../kernel/business-calendar.js';
import { addDays, addToInstant, dateIn, type Instant, type LocalDate, startOfDay, type Zone } from '../kernel/dates.js';

/** When people work: local clock times "09:00" on the calendar's business days. */
export interface WorkingHours {
  readonly opens: string;
  readonly closes: string;
  readonly zone: Zone;
  readonly calendar: BusinessCalendar;
}

/**
 * The moment `hours` working hours after `from`: time outside working hours does not count, so a request at night or on
 * a holiday starts to count when the shop opens. Clock times are taken from the start of the day, which is exact except
 * on days when clocks change before opening. Throws on hours that are not positive.
 */
export function businessDeadline(
  from: Instant,
  hours: number,
  { opens, closes, zone, calendar }: WorkingHours,
): Instant {
  if (!(hours > 0)) throw new RangeError(`Working hours to add are positive, got ${hours}`);
  const [opensAt, closesAt] = [minutesOf(opens), minutesOf(closes)];
  let day: LocalDate = dateIn(zone, from);
  let at = Math.max(opensAt, minutesBetween(startOfDay(day, zone), from));
  let left = Math.ceil(hours * 60);
  if (!isBusinessDay(calendar, day) || at >= closesAt) [day, at] = [nextBusinessDay(day, calendar), opensAt];
  while (left > closesAt - at) {
    left -= closesAt - at;
    [day, at] = [nextBusinessDay(day, calendar), opensAt];
  }
  return addToInstant(startOfDay(day, zone), { minutes: at + left });
}

const nextBusinessDay = (day: LocalDate, calendar: BusinessCalendar): LocalDate =>
  addBusinessDays(calendar, addDays(day, 1), 0);

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

const minutesBetween = (from: Instant, to: Instant): number => Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000);
