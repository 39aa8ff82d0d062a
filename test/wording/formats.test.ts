import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate, weekday } from '../../src/domain/kernel/dates.js';
import { money } from '../../src/domain/kernel/money.js';
import { sayDate, sayList, sayMoney, sayTime } from '../../src/wording/formats.js';

const today = localDate('2026-11-23');

describe('a date', () => {
  it.each([
    ['2026-12-04', 'Fri, Dec 4'],
    ['2026-11-23', 'Mon, Nov 23'],
    ['2027-01-08', 'Fri, Jan 8'],
    ['2027-03-22', 'Mon, Mar 22'],
    ['2027-03-23', 'Tue, Mar 23, 2027'],
    ['2025-11-20', 'Thu, Nov 20, 2025'],
    ['2026-01-02', 'Fri, Jan 2'],
  ])('%s is said as %s', (date, words) => {
    expect(sayDate(localDate(date), today)).toBe(words);
  });

  it('always names its own weekday', () => {
    const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 3_000 }), (days) => {
        const date = addDays(today, days);
        expect(sayDate(date, today).slice(0, 3)).toBe(names[weekday(date)]);
      }),
    );
  });
});

describe('an amount', () => {
  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [120_450, '$1,204.50'],
    [123_456_789, '$1,234,567.89'],
    [-1_999, '-$19.99'],
  ])('of %d cents is said as %s', (cents, words) => {
    expect(sayMoney(money(cents, 'USD'))).toBe(words);
  });
  it('carries the sign of its currency', () => {
    expect(['CAD', 'EUR', 'GBP', 'AUD'].map((currency) => sayMoney({ cents: 100, currency } as never))).toEqual([
      'CA$1.00',
      '€1.00',
      '£1.00',
      'A$1.00',
    ]);
  });
});

describe('lists and times', () => {
  it('joins a list as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(sayList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
  it.each([
    ['00:00', '12 am'],
    ['09:00', '9 am'],
    ['12:00', '12 pm'],
    ['17:30', '5:30 pm'],
  ])('says %s as %s', (clock, words) => {
    expect(sayTime(clock)).toBe(words);
  });
});
