import { LocalDate } from '../../domain/kernel/dates.js';
import { Money } from '../../domain/kernel/money.js';
import { sayDate, sayMoney, sayTime } from '../../wording/formats.js';
import { plainText } from '../../wording/plain-text.js';

const CLOCK_TIME = /^\d\d:\d\d$/;

/**
 * A tool result as the model reads it: JSON with dates ("Fri, Dec 4"), amounts ("$24.99") and times ("9 am") already in
 * the words the customer gets, since models miscount weekdays and cents, and without hidden characters. A recap is left
 * out: code shows it, so the model has nothing to repeat.
 */
export function wordResult(result: object, today: LocalDate): string {
  const told = Object.entries(result).filter(([key]) => key !== 'recap');
  return JSON.stringify(inWords(Object.fromEntries(told), today));
}

function inWords(value: unknown, today: LocalDate): unknown {
  if (typeof value === 'string') {
    const date = LocalDate.safeParse(value);
    if (date.success) return sayDate(date.data, today);
    return CLOCK_TIME.test(value) ? sayTime(value) : plainText(value);
  }
  if (Array.isArray(value)) return value.map((inner) => inWords(inner, today));
  if (value === null || typeof value !== 'object') return value;
  const amount = Money.safeParse(value);
  if (amount.success) return sayMoney(amount.data);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inWords(inner, today)]));
}
