import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  empiricalReorderPoint,
  leadTimeDemand,
  momentsOf,
  normalReorderPoint,
} from '../../../src/domain/demand/lead-time-demand.js';

describe('safety stock and reorder point, normal demand', () => {
  // Heizer, Render and Munson, Operations Management, ch. 12, "probabilistic models and safety stock"
  it('textbook: 15 a day ± 5, lead time 2 days, 90 %: 39 units', () => {
    const { reorderPoint, safetyStock } = normalReorderPoint({ mean: 15, variance: 25 }, { mean: 2, variance: 0 }, 0.9);
    expect(safetyStock).toBeCloseTo(9.06, 2);
    expect(Math.round(reorderPoint)).toBe(39);
  });

  it('textbook: 150 a day ± 16, lead time 5 ± 1 days, 95 %: 1,004 units', () => {
    const perDay = { mean: 150, variance: 16 ** 2 };
    const leadDays = { mean: 5, variance: 1 };
    expect(Math.sqrt(leadTimeDemand(perDay, leadDays).variance)).toBeCloseTo(154.21, 1);
    const { reorderPoint, safetyStock } = normalReorderPoint(perDay, leadDays, 0.95);
    expect(safetyStock).toBeCloseTo(253.6, 0);
    expect(reorderPoint).toBeCloseTo(1004, -0.5);
  });

  it('short per cycle: σ G(z)', () => {
    const { shortPerCycle } = normalReorderPoint({ mean: 10, variance: 25 }, { mean: 4, variance: 0 }, 0.8413447);
    expect(shortPerCycle).toBeCloseTo(10 * 0.08332, 3);
  });

  it('keeps more for a higher service level', () => {
    const level = fc.double({ min: 0.5, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(level, (p) => {
        const point = (at: number) => normalReorderPoint({ mean: 3, variance: 4 }, { mean: 6, variance: 2 }, at);
        expect(point(p + 0.01).reorderPoint).toBeGreaterThan(point(p).reorderPoint);
        expect(point(p + 0.01).shortPerCycle).toBeLessThan(point(p).shortPerCycle);
      }),
    );
  });
});

describe('safety stock and reorder point, demand as it was', () => {
  it('sums every run of days as long as each lead time', () => {
    // runs of 2: 3 5 4 1; runs of 1: 1 2 3 1 0. Each run of 2 weighs 1/8, each of 1 a tenth.
    const point = empiricalReorderPoint([1, 2, 3, 1, 0], [2, 1], 0.75);
    expect(point?.reorderPoint).toBe(3);
    expect(point?.safetyStock).toBeCloseTo(3 - (13 / 8 + 7 / 10), 12);
    expect(point?.shortPerCycle).toBeCloseTo((2 + 1) / 8, 12);
    expect(empiricalReorderPoint([1, 2, 3, 1, 0], [2, 1], 0.76)?.reorderPoint).toBe(4);
  });

  it('agrees with the normal one where demand is steady', () => {
    const steady = new Array<number>(30).fill(4);
    const asItWas = empiricalReorderPoint(steady, [5, 5], 0.95);
    expect(asItWas).toMatchObject({ reorderPoint: 20, shortPerCycle: 0 });
    expect(asItWas?.safetyStock).toBeCloseTo(0, 9);
    expect(normalReorderPoint({ mean: 4, variance: 0 }, { mean: 5, variance: 0 }, 0.95)).toMatchObject({
      reorderPoint: 20,
    });
  });

  it('is not told without a lead time, or with fewer days than the longest', () => {
    expect(empiricalReorderPoint([1, 2, 3], [], 0.9)).toBeUndefined();
    expect(empiricalReorderPoint([1, 2, 3], [1, 4], 0.9)).toBeUndefined();
    expect(empiricalReorderPoint([1, 2, 3], [3], 0.9)?.reorderPoint).toBe(6);
  });

  it('refuses a level at or beyond 0 and 1, and part days', () => {
    expect(() => empiricalReorderPoint([1], [1], 1)).toThrow('between 0 and 1');
    expect(() => normalReorderPoint({ mean: 1, variance: 1 }, { mean: 1, variance: 0 }, 0)).toThrow('between 0 and 1');
    expect(() => empiricalReorderPoint([1, 2], [0.5], 0.9)).toThrow('whole days');
  });
});

describe('moments', () => {
  it('are mean and sample variance', () => {
    expect(momentsOf([2, 4, 6])).toEqual({ mean: 4, variance: 4 });
    expect(momentsOf([3])).toEqual({ mean: 3, variance: 0 });
    expect(momentsOf([])).toBeUndefined();
  });
});
