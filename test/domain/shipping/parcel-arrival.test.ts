import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/dates.js';
import { chanceParcelBy, parcelArrival } from '../../../src/domain/shipping/parcel-arrival.js';
import { aDate, d } from '../arbitraries.js';

const transit = { likely: 4, cautious: 6 };

describe('a parcel that leaves on a known day', () => {
  it('comes on the likely or the cautious day', () => {
    expect(parcelArrival(d('2026-11-24'), transit)).toEqual({ likelyOn: '2026-11-28', cautiousOn: '2026-11-30' });
  });

  it('is there by the likely day in half of all cases, by the cautious one in nine of ten', () => {
    fc.assert(
      fc.property(aDate, (shipsOn) => {
        const chance = (days: number) => chanceParcelBy(shipsOn, transit, addDays(shipsOn, days));
        expect(chance(3)).toBe(0);
        expect(chance(4)).toBeCloseTo(0.5, 2);
        expect(chance(6)).toBeCloseTo(0.9, 2);
        expect(chance(5)).toBeGreaterThan(chance(4));
        expect(chance(60)).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });
});
