import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addToInstant,
  compareInstants,
  dateIn,
  daysBetween,
  epochDay,
  fromEpochDay,
  Instant,
  instant,
  isBefore,
  LocalDate,
  latest,
  localDate,
  startOfDay,
  weekday,
  Zone,
  zone,
} from '../../../src/domain/kernel/dates.js';
import { aDate, d } from '../arbitraries.js';

const days = fc.integer({ min: -20_000, max: 20_000 });
/** 2000 to 2039, to the millisecond. */
const anInstant = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2039, 11, 31) })
  .map((ms) => instant(new Date(ms).toISOString()));
const aZone = fc
  .constantFrom(
    'America/Los_Angeles',
    'America/New_York',
    'America/Phoenix',
    'America/Santiago',
    'America/Havana',
    'Africa/Cairo',
    'Asia/Beirut',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'UTC',
  )
  .map(zone);

describe('a local date', () => {
  it('is a real day written as YYYY-MM-DD', () => {
    expect(LocalDate.safeParse('2028-02-29').success).toBe(true);
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', 'tomorrow']) {
      expect(LocalDate.safeParse(wrong).success, wrong).toBe(false);
    }
  });

  it('is counted in days from 1970-01-01', () => {
    expect(epochDay(d('1970-01-01'))).toBe(0);
    expect(epochDay(d('1969-12-31'))).toBe(-1);
    expect(epochDay(d('2000-03-01'))).toBe(11_017);
    fc.assert(fc.property(aDate, (date) => fromEpochDay(epochDay(date)) === date));
  });

  it('has no part days and four figures for its year', () => {
    expect(() => addDays(d('2026-01-01'), 0.5)).toThrow('whole day');
    expect(() => addDays(d('9999-12-31'), 1)).toThrow('9999-12-31');
    expect(() => addDays(d('0000-01-01'), -1)).toThrow('0000-01-01');
    expect(addDays(d('9999-12-30'), 1)).toBe('9999-12-31');
  });

  it('added to and counted between are inverse', () => {
    fc.assert(
      fc.property(aDate, days, (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(addDays(addDays(date, n), -n)).toBe(date);
      }),
    );
    expect(addDays(d('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysBetween(d('2026-03-01'), d('2026-02-01'))).toBe(-28);
  });

  it('sorts as text', () => {
    fc.assert(
      fc.property(aDate, aDate, (a, b) => {
        expect(isBefore(a, b)).toBe(daysBetween(a, b) > 0);
        expect(latest(a, b)).toBe(daysBetween(a, b) > 0 ? b : a);
        expect(isBefore(a, a)).toBe(false);
      }),
    );
  });

  it('knows its weekday, before 1970 too', () => {
    expect(weekday(d('2026-11-23'))).toBe(1);
    expect(weekday(d('1970-01-01'))).toBe(4);
    expect(weekday(d('1969-12-27'))).toBe(6);
    fc.assert(fc.property(aDate, (date) => weekday(date) === new Date(`${date}T12:00:00Z`).getUTCDay()));
  });
});

describe('the day it is in a zone', () => {
  it('follows the clock there', () => {
    // Los Angeles goes from UTC-8 to UTC-7 at 02:00 on 2026-03-08.
    const losAngeles = zone('America/Los_Angeles');
    expect(dateIn(losAngeles, instant('2026-03-08T07:59:59Z'))).toBe('2026-03-07');
    expect(dateIn(losAngeles, instant('2026-03-08T08:00:00Z'))).toBe('2026-03-08');
    expect(dateIn(losAngeles, instant('2026-03-09T06:59:59Z'))).toBe('2026-03-08');
    expect(dateIn(losAngeles, instant('2026-03-09T07:00:00Z'))).toBe('2026-03-09');
  });

  it("agrees with the machine's own formatter", () => {
    fc.assert(
      fc.property(anInstant, aZone, (at, where) => {
        const format = new Intl.DateTimeFormat('en-CA', { timeZone: where, dateStyle: 'short' });
        expect(dateIn(where, at)).toBe(format.format(new Date(at)));
      }),
    );
  });
});

describe('the start of a day', () => {
  it('is the first moment of it', () => {
    const date = fc.integer({ min: epochDay(d('2000-01-02')), max: epochDay(d('2036-12-30')) }).map(fromEpochDay);
    fc.assert(
      fc.property(date, aZone, (day, where) => {
        const start = startOfDay(day, where);
        expect(dateIn(where, start)).toBe(day);
        const justBefore = instant(new Date(Date.parse(start) - 1).toISOString());
        expect(dateIn(where, justBefore)).toBe(addDays(day, -1));
      }),
    );
  });

  it.each([
    ['2024-09-08', 'America/Santiago', '2024-09-08T04:00:00.000Z'], // 00:00 at UTC-4 becomes 01:00 at UTC-3
    ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'], // 00:00 at UTC+2 becomes 01:00 at UTC+3
    ['2024-03-31', 'Asia/Beirut', '2024-03-30T22:00:00.000Z'],
    ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00:00.000Z'], // a day of 25 hours
  ])('on %s in %s is %s', (day, where, start) => {
    expect(startOfDay(localDate(day), zone(where))).toBe(start);
  });

  it('of a day that a zone left out is the first moment after it', () => {
    // Samoa went from 2011-12-29 straight to 2011-12-31.
    const apia = zone('Pacific/Apia');
    expect(startOfDay(d('2011-12-30'), apia)).toBe(startOfDay(d('2011-12-31'), apia));
    expect(dateIn(apia, startOfDay(d('2011-12-30'), apia))).toBe('2011-12-31');
  });
});

describe('an instant', () => {
  it('is in UTC and says so', () => {
    expect(Instant.safeParse('2026-11-23T09:00:00+01:00').success).toBe(false);
    expect(Instant.safeParse('2026-11-23T09:00:00').success).toBe(false);
  });

  it('is moved by elapsed time, whatever clocks do', () => {
    expect(addToInstant(instant('2026-03-08T09:30:00Z'), { hours: 1 })).toBe('2026-03-08T10:30:00.000Z');
    expect(addToInstant(instant('2026-01-01T00:00:00Z'), { minutes: -1, seconds: -30 })).toBe(
      '2025-12-31T23:58:30.000Z',
    );
  });

  it('compares by time, not as text', () => {
    expect(compareInstants(instant('2026-01-01T00:00:00Z'), instant('2026-01-01T00:00:00.000Z'))).toBe(0);
    expect(compareInstants(instant('2026-01-01T00:00:00Z'), instant('2026-01-01T00:00:00.5Z'))).toBe(-1);
    expect(compareInstants(instant('2026-01-01T00:00:00.000002Z'), instant('2026-01-01T00:00:00.000001Z'))).toBe(1);
  });
});

describe('a zone', () => {
  it('is one this machine knows', () => {
    expect(Zone.safeParse('America/Los_Angeles').success).toBe(true);
    expect(Zone.safeParse('America/Lost_Angels').success).toBe(false);
    expect(Zone.safeParse('').success).toBe(false);
  });
});
