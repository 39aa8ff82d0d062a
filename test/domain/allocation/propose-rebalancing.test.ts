import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeRebalancing } from '../../../src/domain/allocation/propose-rebalancing.js';
import { LocationId } from '../../../src/domain/kernel/ids.js';

const place = (id: string, free: number, buffered: number) => ({ locationId: LocationId.parse(id), free, buffered });

describe('rebalancing', () => {
  it('fills the largest gap from the largest surplus first', () => {
    expect(proposeRebalancing([place('a', 10, 2), place('b', 0, 3), place('c', 6, 1), place('d', 1, 10)])).toEqual([
      { from: 'a', to: 'd', units: 8 },
      { from: 'c', to: 'd', units: 1 },
      { from: 'c', to: 'b', units: 3 },
    ]);
  });

  it('goes by name where gaps or surpluses are alike, and leaves alone what has just its buffer', () => {
    const moves = [
      { from: 'a', to: 'c', units: 5 },
      { from: 'b', to: 'd', units: 5 },
    ];
    const places = [place('e', 3, 3), place('d', 0, 5), place('b', 6, 1), place('c', 2, 7), place('a', 5, 0)];
    expect(proposeRebalancing(places)).toEqual(moves);
    expect(proposeRebalancing(places.reverse())).toEqual(moves);
  });

  it('fills as much as can be, takes nothing that a buffer needs, and needs few moves', () => {
    const count = fc.integer({ min: 0, max: 20 });
    const places = fc
      .array(fc.tuple(count, count), { maxLength: 6 })
      .map((all) => all.map(([free, buffered], n) => place(`p${n}`, free, buffered)));
    fc.assert(
      fc.property(places, (all) => {
        const moves = proposeRebalancing(all);
        const after = all.map((one) => ({
          ...one,
          now: moves.reduce(
            (free, { from, to, units }) =>
              free + (to === one.locationId ? units : 0) - (from === one.locationId ? units : 0),
            one.free,
          ),
        }));
        for (const { free, buffered, now } of after) {
          expect(now).toBeGreaterThanOrEqual(Math.min(free, buffered));
          if (free <= buffered) expect(now).toBeLessThanOrEqual(buffered);
        }
        const gaps = all.reduce((sum, { free, buffered }) => sum + Math.max(0, buffered - free), 0);
        const spare = all.reduce((sum, { free, buffered }) => sum + Math.max(0, free - buffered), 0);
        expect(moves.reduce((sum, { units }) => sum + units, 0)).toBe(Math.min(gaps, spare));
        expect(moves.length).toBeLessThanOrEqual(Math.max(0, all.length - 1));
        expect(moves.every(({ units }) => units > 0)).toBe(true);
      }),
    );
  });
});
