import { epochDay, fromEpochDay, type Instant, type LocalDate, weekday } from '../domain/kernel/dates.js';

/**
 * The demo shop is written in days counted from today: -12 was twelve days ago, 6 comes in six days. Only here do
 * they become dates, so the shop never goes stale. Seasons are counted from today as well.
 *
 * - `day`: exactly that day. What customers and carriers do happens on any day of the week.
 * - `workday`: as `day`, but a Saturday or Sunday of the past becomes the Friday before and one of the future the
 *   Monday after. Suppliers and the warehouse's dock work on weekdays. Order is kept: a ≤ b gives workday(a) ≤ workday(b).
 * - `at`: a moment, where -1.25 is 18:00 UTC two days ago. Everything that happened lies before 0, today's first
 *   moment in UTC, so nothing is in the future however early in the day the shop is loaded.
 *
 * Loading on a day N later moves every `day` and `at` by N, and every `workday` by N give or take a weekend (exactly N
 * for whole weeks).
 */
export interface ShopDays {
  day(offset: number): LocalDate;
  workday(offset: number): LocalDate;
  at(offset: number): Instant;
}

const DAY_MS = 86_400_000;

export function shopDays(today: LocalDate): ShopDays {
  const zero = epochDay(today);
  const day = (offset: number) => fromEpochDay(zero + Math.floor(offset));
  return {
    day,
    workday(offset) {
      const date = day(offset);
      const sunday = weekday(date) === 0;
      const saturday = weekday(date) === 6;
      if (offset === 0 || !(sunday || saturday)) return date;
      if (offset < 0) return day(offset - (sunday ? 2 : 1));
      return day(offset + (sunday ? 1 : 2));
    },
    at: (offset) => new Date(Math.round((zero + offset) * DAY_MS)).toISOString() as Instant,
  };
}
