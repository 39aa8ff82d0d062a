import { describe, expect, it } from 'vitest';
import { commonGrid, type DemandRow, demandSeries } from '../../../src/domain/demand/demand-series.js';

const DAILY = { unit: 'day', step: 1 } as const;
const row = (day: number, quantity: number | null, inStock = true): DemandRow => ({ day, quantity, inStock });
const demandOf = (rows: DemandRow[], gaps: 'zero' | 'unknown' = 'unknown') => [
  ...demandSeries(rows, DAILY, gaps).demand,
];

describe('a demand series', () => {
  it('takes rows in any order and adds up those of one period', () => {
    expect(demandOf([row(12, 3), row(10, 1), row(11, 2), row(12, 4)])).toEqual([1, 2, 7]);
  });

  it('reads a period without a row as the file means it', () => {
    expect(demandOf([row(10, 1), row(12, 3)], 'zero')).toEqual([1, 0, 3]);
    expect(demandOf([row(10, 1), row(12, 3)], 'unknown')).toEqual([1, Number.NaN, 3]);
  });

  it('keeps an empty quantity unknown, in a sales log too', () => {
    expect(demandOf([row(10, 1), row(11, null), row(12, 3)], 'zero')).toEqual([1, Number.NaN, 3]);
  });

  it('does not read an empty shelf as no demand', () => {
    expect(demandOf([row(10, 5), row(11, 0, false), row(12, 5)])).toEqual([5, Number.NaN, 5]);
  });

  it('keeps what was sold before the shelf ran empty where it already exceeds the usual', () => {
    expect(demandOf([row(10, 5), row(11, 5, false), row(12, 9, false)])).toEqual([5, Number.NaN, 9]);
  });

  it('moves the usual by a fifth of each new demand', () => {
    // after 10 and 20 the level is 12
    expect(demandOf([row(10, 10), row(11, 20), row(12, 12, false)])[2]).toBeNaN();
    expect(demandOf([row(10, 10), row(11, 20), row(12, 12.1, false)])[2]).toBe(12.1);
  });

  it('takes lower bounds for demand where there is nothing else', () => {
    expect(demandOf([row(10, 2, false), row(11, 1, false)])).toEqual([2, 1]);
  });

  it('knows counts from measures', () => {
    expect(demandSeries([row(1, 2), row(2, null)], DAILY, 'zero').isCount).toBe(true);
    expect(demandSeries([row(1, 2.5)], DAILY, 'zero').isCount).toBe(false);
  });

  it('may be empty', () => {
    expect(demandSeries([], DAILY, 'zero')).toMatchObject({ firstPeriod: 0, season: 7 });
  });
});

describe('the common grid', () => {
  it('is that of most series, months where none tells', () => {
    const week = { unit: 'day', step: 7 } as const;
    expect(commonGrid([undefined, DAILY, week, week])).toEqual(week);
    expect(commonGrid([undefined])).toEqual({ unit: 'month', step: 1 });
  });
});
