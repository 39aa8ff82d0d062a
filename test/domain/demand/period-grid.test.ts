import { describe, expect, it } from 'vitest';
import { detectGrid, periodIndex, seasonLength } from '../../../src/domain/demand/period-grid.js';
import { epochDay } from '../../../src/domain/kernel/dates.js';
import { d } from '../arbitraries.js';

const days = (...dates: string[]) => dates.map((date) => epochDay(d(date)));
const every = (step: number, count: number, from = '2024-01-01') =>
  Array.from({ length: count }, (_, index) => epochDay(d(from)) + step * index);

describe('the spacing of a series', () => {
  it('is read off its dates', () => {
    expect(detectGrid(every(1, 9))).toEqual({ unit: 'day', step: 1 });
    expect(detectGrid(every(7, 9))).toEqual({ unit: 'day', step: 7 });
    expect(detectGrid(every(28, 9))).toEqual({ unit: 'day', step: 28 });
    expect(detectGrid(days('2024-01-01', '2024-02-01', '2024-03-01'))).toEqual({ unit: 'month', step: 1 });
    expect(detectGrid(days('2024-01-31', '2024-02-29', '2024-03-31'))).toEqual({ unit: 'month', step: 1 });
    expect(detectGrid(days('2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01'))).toEqual({
      unit: 'month',
      step: 3,
    });
    expect(detectGrid(days('2021-06-30', '2022-06-30', '2023-06-30', '2024-06-30'))).toEqual({
      unit: 'month',
      step: 12,
    });
  });

  it('is not widened by a few gaps', () => {
    expect(detectGrid(days('2024-01-01', '2024-04-01', '2024-05-01'))).toEqual({ unit: 'month', step: 1 });
    expect(detectGrid(days('2024-01-01', '2024-04-01', '2024-07-01'))).toEqual({ unit: 'month', step: 1 });
    expect(detectGrid(days('2024-01-01', '2024-01-15', '2024-01-22'))).toEqual({ unit: 'day', step: 7 });
  });

  it('is business days where no weekend appears in three weeks', () => {
    const weekdays = every(1, 26).filter((day) => (day + 3) % 7 < 5);
    expect(detectGrid(weekdays)).toEqual({ unit: 'business-day', step: 1 });
    expect(detectGrid(weekdays.slice(0, 14))).toEqual({ unit: 'day', step: 1 });
    expect(detectGrid(every(1, 26))).toEqual({ unit: 'day', step: 1 });
  });

  it('cannot be told from fewer than two dates', () => {
    expect(detectGrid([])).toBeUndefined();
    expect(detectGrid(every(1, 1))).toBeUndefined();
  });
});

describe('the number of a period', () => {
  it('rises by one from period to period, over month ends and weekends', () => {
    const month = { unit: 'month', step: 1 } as const;
    const ends = days('2023-12-31', '2024-01-31', '2024-02-29').map((day) => periodIndex(month, day));
    expect(ends.map((index) => index - (ends[0] ?? 0))).toEqual([0, 1, 2]);
    const week = { unit: 'business-day', step: 1 } as const;
    const [friday, monday] = days('2024-03-01', '2024-03-04').map((day) => periodIndex(week, day));
    expect((monday ?? 0) - (friday ?? 0)).toBe(1);
  });
});

describe('the length of a season', () => {
  it('is a week of days and a year of anything longer', () => {
    expect(seasonLength({ unit: 'day', step: 1 })).toBe(7);
    expect(seasonLength({ unit: 'business-day', step: 1 })).toBe(5);
    expect(seasonLength({ unit: 'day', step: 7 })).toBe(52);
    expect(seasonLength({ unit: 'day', step: 28 })).toBe(13);
    expect(seasonLength({ unit: 'month', step: 1 })).toBe(12);
    expect(seasonLength({ unit: 'month', step: 3 })).toBe(4);
    expect(seasonLength({ unit: 'month', step: 12 })).toBe(1);
    expect(seasonLength({ unit: 'day', step: 3 })).toBe(1);
  });
});
