import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile, logGamma, regularisedGamma } from '../../../src/domain/demand/gamma-distribution.js';
import { normalCdf, normalQuantile, unitNormalLoss } from '../../../src/domain/demand/normal-distribution.js';
import { chanceAtMost, expectedShortfall, totalQuantile } from '../../../src/domain/demand/total-distribution.js';

const aTotal = fc.record({
  mean: fc.double({ min: 0.01, max: 900, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 20_000, noNaN: true }),
  isCount: fc.boolean(),
});

describe('tabled values', () => {
  it('gamma function', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 10);
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 10);
  });

  it('incomplete gamma function', () => {
    expect(regularisedGamma(2, 2)).toBeCloseTo(1 - 3 * Math.exp(-2), 12);
    expect(regularisedGamma(2, 9)).toBeCloseTo(1 - 10 * Math.exp(-9), 12);
    expect(regularisedGamma(3, 0)).toBe(0);
    // both sides of the change to the normal approximation
    for (const z of [-2, -0.5, 1, 3]) {
      const [below, above] = [99_999, 100_001].map((a) => regularisedGamma(a, a + z * Math.sqrt(a)));
      expect(below).toBeCloseTo(above!, 5);
    }
  });

  it('chi-squared: 95 % points for 2 and 10 degrees of freedom', () => {
    expect(gammaQuantile(0.95, 2, 4)).toBeCloseTo(5.9915, 4);
    expect(gammaQuantile(0.95, 10, 20)).toBeCloseTo(18.307, 3);
  });

  it('normal: distribution, quantiles, loss', () => {
    expect(normalCdf(1)).toBeCloseTo(0.8413447, 7);
    expect(normalCdf(-1.96)).toBeCloseTo(0.0249979, 7);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536, 6);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
    expect([0, 1, 2].map((z) => Number(unitNormalLoss(z).toFixed(4)))).toEqual([0.3989, 0.0833, 0.0085]);
    expect(() => normalQuantile(1)).toThrow('between 0 and 1');
  });

  it('Poisson with mean 3, negative binomial with mean 3 and variance 6', () => {
    const poisson = { mean: 3, variance: 3, isCount: true };
    expect(chanceAtMost(poisson, 2)).toBeCloseTo(0.42319, 5);
    expect(totalQuantile(poisson, 0.9)).toBe(5);
    const spread = { mean: 3, variance: 6, isCount: true };
    expect(chanceAtMost(spread, 0)).toBeCloseTo(0.125, 12);
    expect(chanceAtMost(spread, 1)).toBeCloseTo(0.3125, 12);
    expect(totalQuantile(spread, 0.3)).toBe(1);
    expect(totalQuantile(spread, 0.9)).toBe(6);
  });
});

describe('counts that vary less than chance', () => {
  it('have quantiles close to their mean', () => {
    const standing = { mean: 8, variance: 0.1, isCount: true };
    expect([totalQuantile(standing, 0.5), totalQuantile(standing, 0.9)]).toEqual([8, 8]);
    expect(chanceAtMost(standing, 7)).toBeLessThan(0.06);
    expect(totalQuantile({ mean: 8, variance: 0, isCount: true }, 0.9)).toBe(8);
    expect(chanceAtMost({ mean: 8, variance: 0, isCount: true }, 7)).toBe(0);
    expect(expectedShortfall({ mean: 8, variance: 0, isCount: true }, 5)).toBe(3);
  });

  it('are Poisson where the mean is below 2', () => {
    expect(chanceAtMost({ mean: 1, variance: 0.5, isCount: true }, 0)).toBeCloseTo(Math.exp(-1), 12);
  });
});

describe('the sum of demand', () => {
  it('is nothing where the mean is 0', () => {
    expect(totalQuantile({ mean: 0, variance: 0, isCount: true }, 0.9)).toBe(0);
    expect(chanceAtMost({ mean: 0, variance: 0, isCount: false }, 0)).toBe(1);
    expect(expectedShortfall({ mean: 0, variance: 0, isCount: true }, 0)).toBe(0);
  });

  it('has quantiles that rise with the level, whole where demand is', () => {
    fc.assert(
      fc.property(aTotal, (total) => {
        const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => totalQuantile(total, p)) as [number, number, number];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(middle).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(middle);
        if (total.isCount) expect(Number.isInteger(high)).toBe(true);
      }),
    );
  });

  it('is at or below its quantile with the chance asked for', () => {
    fc.assert(
      fc.property(aTotal, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (total, p) => {
        const quantile = totalQuantile(total, p);
        expect(chanceAtMost(total, quantile)).toBeGreaterThanOrEqual(p - 0.01);
        if (total.isCount && quantile > 0) expect(chanceAtMost(total, quantile - 1)).toBeLessThan(p + 0.01);
      }),
    );
  });

  it('falls short of nothing by its mean, and by less the more there is', () => {
    fc.assert(
      fc.property(aTotal, fc.nat(500), (total, stock) => {
        expect(expectedShortfall(total, 0)).toBeCloseTo(total.mean, 6);
        const short = expectedShortfall(total, stock);
        expect(short).toBeGreaterThanOrEqual(Math.max(0, total.mean - stock) - 1e-6);
        expect(expectedShortfall(total, stock + 1)).toBeLessThanOrEqual(short + 1e-9);
      }),
    );
    // Poisson 2, stock 1: 2 − P(1) − 1 × P(more) = 2 − 0.270671 − 0.593994
    expect(expectedShortfall({ mean: 2, variance: 2, isCount: true }, 1)).toBeCloseTo(1.135335, 6);
    expect(() => expectedShortfall({ mean: 2, variance: 2, isCount: true }, -1)).toThrow('at least 0');
  });
});
