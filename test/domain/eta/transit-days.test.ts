import { describe, expect, it } from 'vitest';
import { chanceBy, quantileDay } from '../../../src/domain/eta/day-distribution.js';
import { transitDistribution } from '../../../src/domain/eta/transit-days.js';

describe('days with the carrier', () => {
  it('have the two that the shop gave as their half and nine tenths', () => {
    const days = transitDistribution({ likely: 4, cautious: 6 });
    expect(chanceBy(days, 3)).toBe(0);
    expect(chanceBy(days, 4)).toBeCloseTo(0.5, 2);
    expect(chanceBy(days, 5)).toBeCloseTo(1 - 0.5 * Math.sqrt(0.2), 2);
    expect(chanceBy(days, 6)).toBeCloseTo(0.9, 2);
    expect([quantileDay(days, 0.5), quantileDay(days, 0.9)]).toEqual([4, 6]);
  });

  it('are always the likely ones where cautious is not more', () => {
    expect(transitDistribution({ likely: 5, cautious: 2 })).toEqual({ first: 5, chances: Float64Array.of(1) });
  });
});
