import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceBy,
  distributionFrom,
  distributionOf,
  later,
  mapDays,
  quantileDay,
} from '../../../src/domain/eta/day-distribution.js';

const aDistribution = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 15 })
  .map((pairs) => distributionOf(new Map(pairs)));

describe('a distribution over days', () => {
  it('begins and ends with a day that has a chance, and sums to 1', () => {
    const weights = Float64Array.of(0, 3, 0, 1, 0);
    expect(distributionFrom(9, weights)).toEqual({ first: 10, chances: Float64Array.of(0.75, 0, 0.25) });
    expect([...weights]).toEqual([0, 3, 0, 1, 0]);
    const days = new Map([
      [12, 1],
      [10, 3],
    ]);
    expect(distributionOf(days)).toEqual({ first: 10, chances: Float64Array.of(0.75, 0, 0.25) });
    expect(() => distributionOf(new Map())).toThrow('at least one day');
    expect(() => distributionOf(new Map([[1, 0]]))).toThrow('at least one day');
  });

  it('has as its quantile the earliest day by which the chance is at least that', () => {
    const tenths = distributionOf(new Map(Array.from({ length: 10 }, (_, i) => [i + 1, 1])));
    // 0.1 added nine times is a little less than 0.9 in floating point; it counts as 0.9.
    expect([0.05, 0.1, 0.11, 0.5, 0.9, 0.91, 1].map((p) => quantileDay(tenths, p))).toEqual([1, 1, 2, 5, 9, 10, 10]);
  });

  it('knows the chance by a day', () => {
    const two = distributionOf(
      new Map([
        [10, 1],
        [20, 3],
      ]),
    );
    expect([9, 10, 19, 20, 99].map((day) => chanceBy(two, day))).toEqual([0, 0.25, 0.25, 1, 1]);
    // Nine times 1/9 is a little more than 1 in floating point; no chance is.
    const ninths = distributionOf(new Map(Array.from({ length: 9 }, (_, i) => [i, 1])));
    expect(chanceBy(ninths, 9)).toBe(1);
  });

  it('has the chance p by its p-quantile and less the day before', () => {
    fc.assert(
      fc.property(aDistribution, fc.integer({ min: 1, max: 100 }), (distribution, percent) => {
        const day = quantileDay(distribution, percent / 100);
        expect(chanceBy(distribution, day)).toBeGreaterThanOrEqual(percent / 100 - 1e-9);
        expect(chanceBy(distribution, day - 1)).toBeLessThan(percent / 100);
      }),
    );
  });

  it('moved by a rule that keeps the order of days has its quantiles moved by it', () => {
    const fortnightly = (day: number) => Math.ceil(day / 14) * 14;
    fc.assert(
      fc.property(aDistribution, fc.integer({ min: 1, max: 100 }), (distribution, percent) => {
        const moved = mapDays(distribution, fortnightly);
        expect(quantileDay(moved, percent / 100)).toBe(fortnightly(quantileDay(distribution, percent / 100)));
        expect(chanceBy(moved, 1_000)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of a beginning and a duration is that of their sum', () => {
    const start = distributionOf(
      new Map([
        [10, 1],
        [12, 1],
      ]),
    );
    const days = distributionOf(
      new Map([
        [3, 1],
        [5, 3],
      ]),
    );
    // 10 + 3, 10 + 5 or 12 + 3, 12 + 5
    expect(later(start, days)).toEqual({ first: 13, chances: Float64Array.of(0.125, 0, 0.5, 0, 0.375) });
  });
});
