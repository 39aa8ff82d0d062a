import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  businessDaysBetween,
  isBusinessDay,
  makeBusinessCalendar,
  usFederalHolidays,
  usWorkingDays,
} from '../../../src/domain/kernel/business-calendar.js';
import { addDays, weekday } from '../../../src/domain/kernel/dates.js';
import { aDate, d } from '../arbitraries.js';

describe('US federal holidays', () => {
  it.each([
    // Written down by hand from 5 U.S.C. 6103 and each year's calendar.
    [2021, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    [2022, '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
    [2023, '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    [2024, '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ])('of %i are observed on the days the statute gives', (year, days) => {
    expect([...usFederalHolidays(year)]).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('have Juneteenth from 2021 on', () => {
    expect(usFederalHolidays(2020).has(d('2020-06-19'))).toBe(false);
    expect(usFederalHolidays(2021).has(d('2021-06-18'))).toBe(true);
  });

  it('leave Inauguration Day out', () => {
    expect(isBusinessDay(usWorkingDays, d('2021-01-20'))).toBe(true);
  });

  it('never fall on a weekend, and are 11 a year counted over many years', () => {
    let count = 0;
    for (let year = 2022; year < 2050; year += 1) {
      for (const day of usFederalHolidays(year)) {
        expect(weekday(day) % 6, day).not.toBe(0);
        count += 1;
      }
    }
    // 28 years repeat the weekdays exactly. New Year's Day 2022 was observed in 2021, that of 2050 (a Saturday) in 2049.
    expect(count).toBe(28 * 11);
  });
});

describe('a business day', () => {
  it('is Monday to Friday, no holiday and no day off of the shop', () => {
    const calendar = makeBusinessCalendar({ holidays: 'us_federal', ownDaysOff: [d('2026-11-27')] });
    const open = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
    // Thanksgiving is the 26th, the shop takes the Friday after it.
    expect(open.map((day) => isBusinessDay(calendar, d(day)))).toEqual([true, true, true, false, false, false, false]);
  });

  it('can be any weekday, with or without federal holidays', () => {
    const sixDays = makeBusinessCalendar({ holidays: 'none', workdays: [1, 2, 3, 4, 5, 6] });
    expect(isBusinessDay(sixDays, d('2026-11-26'))).toBe(true);
    expect(isBusinessDay(sixDays, d('2026-11-28'))).toBe(true);
    expect(isBusinessDay(sixDays, d('2026-11-29'))).toBe(false);
  });

  it('has to be possible', () => {
    expect(() => makeBusinessCalendar({ holidays: 'none', workdays: [] })).toThrow('at least one');
    expect(() => makeBusinessCalendar({ holidays: 'none', workdays: [7] })).toThrow('[7]');
    expect(() => makeBusinessCalendar({ holidays: 'none', workdays: [-1] })).toThrow(RangeError);
    expect(() => makeBusinessCalendar({ holidays: 'none', workdays: [1.5] })).toThrow(RangeError);
  });
});

describe('adding business days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-25', 1, '2026-11-27'], // over Thanksgiving
    ['2026-11-27', 1, '2026-11-30'], // over the weekend
    ['2026-11-28', 0, '2026-11-30'], // a Saturday rolls forward
    ['2026-11-28', 1, '2026-11-30'], // and its first business day is the same Monday
    ['2026-11-28', 2, '2026-12-01'],
    ['2026-12-24', 1, '2026-12-28'],
  ])('to %s: %i give %s', (from, n, to) => {
    expect(addBusinessDays(usWorkingDays, d(from), n)).toBe(to);
  });

  it('wants a whole number that is not negative', () => {
    expect(() => addBusinessDays(usWorkingDays, d('2026-11-23'), -1)).toThrow('-1');
    expect(() => addBusinessDays(usWorkingDays, d('2026-11-23'), 0.5)).toThrow('0.5');
  });

  const calendar = makeBusinessCalendar({
    holidays: 'us_federal',
    ownDaysOff: [d('2030-04-01')],
    workdays: [0, 2, 5, 6],
  });
  const n = fc.integer({ min: 1, max: 60 });

  it('ends on a business day and is undone by counting between', () => {
    fc.assert(
      fc.property(aDate, n, fc.constantFrom(calendar, usWorkingDays), (from, count, counting) => {
        const to = addBusinessDays(counting, from, count);
        expect(isBusinessDay(counting, to)).toBe(true);
        expect(businessDaysBetween(counting, from, to)).toBe(count);
        expect(businessDaysBetween(counting, to, from)).toBe(-count);
      }),
    );
  });

  it('can be done in steps', () => {
    fc.assert(
      fc.property(aDate, n, n, (from, a, b) => {
        const inSteps = addBusinessDays(calendar, addBusinessDays(calendar, from, a), b);
        expect(inSteps).toBe(addBusinessDays(calendar, from, a + b));
      }),
    );
  });

  it('never overtakes: a later start or more days never end earlier', () => {
    fc.assert(
      fc.property(aDate, fc.nat(30), fc.nat(30), (from, count, later) => {
        const end = addBusinessDays(calendar, from, count);
        expect(addBusinessDays(calendar, addDays(from, later), count) >= end).toBe(true);
        expect(addBusinessDays(calendar, from, count + later) >= end).toBe(true);
      }),
    );
  });
});

describe('business days between', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-20', '2026-11-23', 1], // Friday to Monday
    ['2026-11-21', '2026-11-22', 0],
    ['2026-11-20', '2026-12-01', 6], // 23, 24, 25, 27, 30 November and 1 December
    ['2026-12-01', '2026-11-20', -6],
  ])('%s and %s are %i', (from, to, count) => {
    expect(businessDaysBetween(usWorkingDays, d(from), d(to))).toBe(count);
  });

  it('add up over any stop on the way', () => {
    fc.assert(
      fc.property(aDate, fc.nat(100), fc.nat(100), (from, a, b) => {
        const stop = addDays(from, a);
        const to = addDays(stop, b);
        const whole = businessDaysBetween(usWorkingDays, from, to);
        expect(businessDaysBetween(usWorkingDays, from, stop) + businessDaysBetween(usWorkingDays, stop, to)).toBe(
          whole,
        );
      }),
    );
  });
});
