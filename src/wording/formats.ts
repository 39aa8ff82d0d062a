import { clockIn, dateIn, epochDay, type Instant, type LocalDate, weekday, type Zone } from '../domain/kernel/dates.js';
import type { Currency, Money } from '../domain/kernel/money.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** A calendar day as people say it, always with its weekday: "Fri, Dec 4"; with the year when it is not `today`'s. */
export function sayDate(date: LocalDate, today: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const said = `${WEEKDAYS[weekday(date)]}, ${MONTHS[Number(month) - 1]} ${Number(day)}`;
  return year === today.slice(0, 4) || Math.abs(epochDay(date) - epochDay(today)) < 120 ? said : `${said}, ${year}`;
}

const SYMBOLS: Readonly<Record<Currency, string>> = { USD: '$', CAD: 'CA$', EUR: '€', GBP: '£', AUD: 'A$' };

/** "$1,204.50"; never rounded. */
export function sayMoney({ cents, currency }: Money): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${SYMBOLS[currency]}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

/** "a", "a and b", "a, b and c". */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "50 mm lens", "2 × 50 mm lens". */
export const sayItem = ({ quantity, lineName }: { readonly quantity: number; readonly lineName: string }): string =>
  quantity > 1 ? `${quantity} × ${lineName}` : lineName;

/** "2 × 50 mm lens, Camera bag and 3 more". */
export const sayItems = (items: readonly Parameters<typeof sayItem>[0][], more: number): string =>
  sayList([...items.map(sayItem), ...(more > 0 ? [`${more} more`] : [])]);

/** "9 am", "5:30 pm" from a clock time "17:30". */
export function sayTime(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const half = hours < 12 ? 'am' : 'pm';
  return `${hours % 12 === 0 ? 12 : hours % 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''} ${half}`;
}

/** "1 order", "3 orders", "1,204 units". `many` where an s does not do it: "2 replies". */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${sayNumber(count)} ${count === 1 ? one : many}`;

/** "1,204", "3.5". */
export const sayNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** "once", "twice", "3 times". */
export const sayTimes = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : sayCount(count, 'time');

/** "83%" of a share from 0 to 1; what is neither nothing nor all is not told as such. */
export function sayShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'under 1%';
  return percent === 100 && share < 1 ? 'over 99%' : `${percent}%`;
}

/** A sum where cents do not matter: "$86", "$18.4k", "$1.2m". */
export function sayAbout({ cents, currency }: Money): string {
  const units = Math.abs(cents) / 100;
  const [value, sign] = units >= 999_950 ? [units / 1e6, 'm'] : units >= 999.5 ? [units / 1e3, 'k'] : [units, ''];
  const rounded = sign === '' ? Math.round(value).toString() : value.toFixed(1).replace(/\.0$/, '');
  return `${cents < 0 ? '-' : ''}${SYMBOLS[currency]}${rounded}${sign}`;
}

/** A moment as people of a zone say it: "3:40 pm" today, else "Mon, Nov 30, 3:40 pm". */
export function sayMoment(at: Instant, zone: Zone, today: LocalDate): string {
  const day = dateIn(zone, at);
  return day === today ? sayTime(clockIn(zone, at)) : `${sayDate(day, today)}, ${sayTime(clockIn(zone, at))}`;
}
