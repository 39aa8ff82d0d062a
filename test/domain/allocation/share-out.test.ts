import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocationOrder } from '../../../src/domain/allocation/allocation-order.js';
import { type StockedLocation, shareOut } from '../../../src/domain/allocation/share-out.js';
import { LocationId } from '../../../src/domain/kernel/ids.js';
import { MOMENT, RULES, someLines, waits } from './waiting-lines.js';

const at = (id: string, onHand: number, more: Partial<StockedLocation> = {}): StockedLocation => ({
  locationId: LocationId.parse(id),
  onHand,
  allocated: 0,
  buffers: [],
  parcelCents: 700,
  unitCents: 50,
  days: 4,
  ...more,
});
const line = (id: string, quantity: number, salesChannelId = 'web') => ({
  ...waits(id, 1, { quantity }),
  salesChannelId,
});
const share = (lines: readonly ReturnType<typeof line>[], locations: readonly StockedLocation[], limit = 1_000) =>
  shareOut(lines, locations, { limit, centsPerUnitDay: 30 });

describe('sharing out', () => {
  it('fills lines in their order, and the one it ends with in part', () => {
    expect(share([line('1-1', 2), line('2-1', 3), line('3-1', 1)], [at('main', 4)])).toEqual({
      units: 4,
      shares: [
        { orderLineId: '1-1', wanted: 2, units: 2, from: [{ locationId: 'main', units: 2 }] },
        { orderLineId: '2-1', wanted: 3, units: 2, from: [{ locationId: 'main', units: 2 }] },
      ],
    });
  });

  it('stops at the limit', () => {
    expect(share([line('1-1', 2), line('2-1', 3)], [at('main', 9)], 3).shares.map(({ units }) => units)).toEqual([
      2, 1,
    ]);
  });

  it("keeps another channel's buffer, and serves that channel from it", () => {
    const main = at('main', 5, { buffers: [{ salesChannelId: 'shop', units: 4 }] });
    expect(share([line('1-1', 3, 'web'), line('2-1', 3, 'shop')], [main]).shares).toMatchObject([
      { orderLineId: '1-1', units: 1 },
      { orderLineId: '2-1', units: 3 },
    ]);
  });

  it('fills a line from one place rather than two, and from two rather than not', () => {
    const places = [at('a', 2), at('b', 3, { days: 5 })];
    expect(share([line('1-1', 3)], places).shares[0]?.from).toEqual([{ locationId: 'b', units: 3 }]);
    expect(share([line('1-1', 5)], places).shares[0]?.from).toHaveLength(2);
  });

  const somePlaces = fc
    .array(fc.record({ onHand: fc.integer({ min: 0, max: 12 }), shop: fc.integer({ min: 0, max: 5 }) }), {
      maxLength: 4,
    })
    .map((places) =>
      places.map(({ onHand, shop }, n) =>
        at(`place-${n}`, onHand, { buffers: [{ salesChannelId: 'shop', units: shop }] }),
      ),
    );

  it('never gives more than there is, than was asked or than the limit; and gives all it may', () => {
    fc.assert(
      fc.property(someLines, somePlaces, fc.integer({ min: 0, max: 40 }), (lines, places, limit) => {
        const inOrder = allocationOrder(
          lines.map((one, n) => ({ ...one, salesChannelId: n % 2 ? 'web' : 'shop' })),
          RULES,
          MOMENT,
        );
        const { shares, units } = share(inOrder, places, limit);
        for (const place of places) {
          const taken = shares.flatMap(({ from }) => from).filter(({ locationId }) => locationId === place.locationId);
          expect(taken.reduce((sum, one) => sum + one.units, 0)).toBeLessThanOrEqual(place.onHand);
        }
        for (const one of shares) {
          expect(one.units).toBeLessThanOrEqual(one.wanted);
          expect(one.from.reduce((sum, part) => sum + part.units, 0)).toBe(one.units);
        }
        expect(units).toBe(shares.reduce((sum, one) => sum + one.units, 0));
        expect(units).toBeLessThanOrEqual(limit);
        if (places.every(({ buffers }) => buffers.every((buffer) => buffer.units === 0))) {
          const there = places.reduce((sum, { onHand }) => sum + onHand, 0);
          const wanted = lines.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(units).toBe(Math.min(there, wanted, limit));
        }
      }),
    );
  });
});
