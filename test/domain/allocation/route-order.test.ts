import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeOrder, type Source, type Wanted } from '../../../src/domain/allocation/route-order.js';
import { LocationId, Sku } from '../../../src/domain/kernel/ids.js';

const from = (id: string, stock: Record<string, number>, parcelCents = 700, unitCents = 50, days = 4): Source => ({
  locationId: LocationId.parse(id),
  parcelCents,
  unitCents,
  days,
  stock: new Map(Object.entries(stock).map(([sku, units]) => [Sku.parse(sku), units])),
});
const want = (sku: string, units: number): Wanted => ({ sku: Sku.parse(sku), units });

describe('routing an order', () => {
  it('sends one parcel from where everything is', () => {
    const route = routeOrder(
      [want('A', 1), want('B', 2)],
      [from('near', { A: 5 }), from('far', { A: 1, B: 2 }, 700, 50, 6)],
      30,
    );
    expect(route).toEqual({
      parcels: [{ locationId: 'far', items: [want('A', 1), want('B', 2)], cents: 850, days: 6 }],
      missing: [],
      units: 3,
      cents: 850,
      score: 850 + 3 * 6 * 30,
    });
  });

  it('sends two parcels when the days they save are worth more than the second one costs', () => {
    const sources = [from('near', { A: 9 }, 100, 50, 1), from('far', { A: 9, B: 1 }, 100, 50, 9)];
    const parcels = (centsPerUnitDay: number) =>
      routeOrder([want('A', 2), want('B', 1)], sources, centsPerUnitDay).parcels.length;
    expect(parcels(6)).toBe(1);
    expect(parcels(7)).toBe(2);
  });

  it('uses a supplier that ships for us like any other place, and says what nobody has', () => {
    const route = routeOrder([want('A', 3)], [from('main', { A: 1 }), from('supplier', { A: 1 }, 1_100, 200, 6)], 30);
    expect(route.parcels.map(({ locationId }) => locationId)).toEqual(['main', 'supplier']);
    expect(route.missing).toEqual([want('A', 1)]);
  });

  const aSource = fc.record({
    A: fc.integer({ min: 0, max: 3 }),
    B: fc.integer({ min: 0, max: 3 }),
    parcelCents: fc.integer({ min: 0, max: 900 }),
    unitCents: fc.integer({ min: 0, max: 300 }),
    days: fc.integer({ min: 0, max: 9 }),
  });
  const sources = (most: number, min = 0) =>
    fc
      .array(aSource, { minLength: min, maxLength: most })
      .map((all) =>
        all.map(({ A, B, ...cost }, n) => from(`s${n}`, { A, B }, cost.parcelCents, cost.unitCents, cost.days)),
      );
  const someWanted = fc
    .record({ A: fc.integer({ min: 1, max: 3 }), B: fc.integer({ min: 1, max: 3 }) })
    .map(({ A, B }) => [want('A', A), want('B', B)]);

  it('is as good as the best of all ways to send each unit from anywhere', () => {
    fc.assert(
      fc.property(someWanted, sources(3), fc.integer({ min: 0, max: 60 }), (wanted, places, centsPerUnitDay) => {
        const { units, score } = routeOrder(wanted, places, centsPerUnitDay);
        expect({ units, score }).toEqual(bestByHand(wanted, places, centsPerUnitDay));
      }),
    );
  });

  it('sends all there is, and never more, with more places than can all be tried', () => {
    fc.assert(
      fc.property(someWanted, sources(14, 11), (wanted, places) => {
        const route = routeOrder(wanted, places, 30);
        const there = (sku: Sku) => places.reduce((sum, { stock }) => sum + (stock.get(sku) ?? 0), 0);
        expect(route.units).toBe(wanted.reduce((sum, { sku, units }) => sum + Math.min(units, there(sku)), 0));
        for (const { locationId, items } of route.parcels) {
          const place = places.find((one) => one.locationId === locationId)!;
          for (const { sku, units } of items) expect(units).toBeLessThanOrEqual(place.stock.get(sku) ?? 0);
        }
      }),
    );
  });
});

/** Every unit on its own, from every place or not at all. */
function bestByHand(wanted: readonly Wanted[], places: readonly Source[], centsPerUnitDay: number) {
  const units = wanted.flatMap(({ sku, units: count }) => Array.from({ length: count }, () => sku));
  const left = places.map(({ stock }) => new Map(stock));
  const open = places.map(() => 0);
  let best = { units: 0, score: 0 };
  function send(n: number, sent: number, score: number): void {
    if (n === units.length) {
      if (sent > best.units || (sent === best.units && score < best.score)) best = { units: sent, score };
      return;
    }
    const sku = units[n]!;
    for (const [place, { parcelCents, unitCents, days }] of places.entries()) {
      const there = left[place]!.get(sku) ?? 0;
      if (there === 0) continue;
      left[place]!.set(sku, there - 1);
      open[place]! += 1;
      send(n + 1, sent + 1, score + unitCents + centsPerUnitDay * days + (open[place] === 1 ? parcelCents : 0));
      open[place]! -= 1;
      left[place]!.set(sku, there);
    }
    send(n + 1, sent, score);
  }
  send(0, 0, 0);
  return best;
}
