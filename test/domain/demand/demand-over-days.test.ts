import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandOverDays, demandUntil } from '../../../src/domain/demand/demand-over-days.js';

const forecast = (means: readonly number[], variance: number) => ({
  means: Float64Array.from(means),
  total: { mean: means.reduce((a, b) => a + b, 0), variance, isCount: true },
});
const twoWeeks = forecast([7, 14], 30);

describe('demand over days', () => {
  it('takes whole weeks, part weeks, and the mean week beyond the forecast', () => {
    expect(demandOverDays(twoWeeks, 7).mean).toBe(7);
    expect(demandOverDays(twoWeeks, 10.5).mean).toBe(14);
    expect(demandOverDays(twoWeeks, 14)).toEqual({ mean: 21, variance: 30, isCount: true });
    expect(demandOverDays(twoWeeks, 28).mean).toBe(42);
    expect(demandOverDays(twoWeeks, 0)).toMatchObject({ mean: 0, variance: 0 });
  });

  it('grows the variance as time to the power of 1.2, in the ratio of the means', () => {
    expect(demandOverDays(twoWeeks, 28).variance).toBeCloseTo(30 * 2 ** 1.2);
    // 7 units in the first week, where the mean week has 10.5
    expect(demandOverDays(twoWeeks, 7).variance).toBeCloseTo(30 * 0.5 ** 1.2 * (7 / 10.5));
  });

  it('adds what a wait of unsure length adds: (units a day)² × its variance', () => {
    // 14 days, give or take 3: 1.5 units a day
    expect(demandUntil(twoWeeks, { mean: 14, variance: 9 }).variance).toBeCloseTo(30 + 1.5 ** 2 * 9);
  });

  it('never falls as the days go on, and refuses days before none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 90, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (means, days, more) => {
          const one = forecast(means, 10);
          expect(demandOverDays(one, days + more).mean).toBeGreaterThanOrEqual(demandOverDays(one, days).mean - 1e-9);
        },
      ),
    );
    expect(() => demandOverDays(twoWeeks, -1)).toThrow(RangeError);
  });
});
