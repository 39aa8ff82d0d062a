import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upgradeCost } from '../../../src/domain/shipping/upgrade-cost.js';

const price = { parcelCents: 1_495, unitCents: 100 };
const aCase = fc.record({
  units: fc.nat(60),
  price: fc.record({ parcelCents: fc.nat(5_000), unitCents: fc.nat(500) }),
  postagePaidCents: fc.nat(8_000),
});

describe('what express costs', () => {
  it.each([
    ['one unit', 1, 0, 1_495],
    ['each further one', 12, 0, 2_595],
    ['less the postage paid', 1, 695, 800],
    ['nothing where the postage covers it', 1, 1_495, 0],
    ['nothing for nothing', 0, 0, 0],
  ])('%s', (_what, units, postagePaidCents, cents) => {
    expect(upgradeCost({ units, price, postagePaidCents })).toBe(cents);
  });

  it('is whole cents, never below nothing, and grows with the units and shrinks with the postage', () => {
    fc.assert(
      fc.property(aCase, fc.nat(20), fc.nat(2_000), (one, moreUnits, morePostage) => {
        const cost = upgradeCost(one);
        expect(Number.isSafeInteger(cost) && cost >= 0).toBe(true);
        expect(upgradeCost({ ...one, units: one.units + moreUnits })).toBeGreaterThanOrEqual(cost);
        expect(upgradeCost({ ...one, postagePaidCents: one.postagePaidCents + morePostage })).toBeLessThanOrEqual(cost);
      }),
    );
  });
});
