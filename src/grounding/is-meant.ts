import { daysBetween, type LocalDate, weekday } from '../domain/kernel/dates.js';
import type { Claim } from './claim.js';

type DayClaim = Exclude<Claim, { kind: 'code' | 'number' | 'money' | 'percent' | 'odds' }>;

/** Whether a day is the one that a claim's words mean, seen from today. */
export function isMeant(date: LocalDate, claim: DayClaim, today: LocalDate): boolean {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  const isYear = (said: number | null): boolean => isOr(said, Number(date.slice(0, 4)));
  const isAhead = (from: number, to: number): boolean => {
    const ahead = daysBetween(today, date);
    return ahead >= from && ahead <= to;
  };
  switch (claim.kind) {
    case 'date':
      return day === claim.day && month === claim.month && isYear(claim.year) && isWeekday(claim.weekday, date);
    case 'month':
      return month === claim.month && isYear(claim.year) && day >= claim.from && day <= claim.to;
    case 'day_of_month':
      return day === claim.day && isWeekday(claim.weekday, date);
    case 'weekday':
      return isWeekday(claim.weekday, date) && isAhead(claim.from, claim.to);
    case 'relative':
      return isAhead(claim.from, claim.to);
  }
}

const isWeekday = (said: number | null, date: LocalDate): boolean => said === null || said === weekday(date);

/** Null is what the words left open. */
const isOr = (said: number | null, meant: number): boolean => said === null || said === meant;
