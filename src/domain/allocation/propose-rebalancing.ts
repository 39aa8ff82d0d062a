import type { LocationId } from '../kernel/ids.js';

export interface Move {
  readonly from: LocationId;
  readonly to: LocationId;
  readonly units: number;
}

/**
 * Moves of one SKU that fill buffers which a location cannot keep, from what others have beyond theirs. `free` is on
 * hand − allocated, `buffered` the units kept back there for all channels. As many units are filled as can be; no
 * location gives what its own buffers need. The largest gap takes from the largest surplus first: at most
 * (givers + takers − 1) moves, which is not always the fewest possible.
 */
export function proposeRebalancing(
  locations: readonly { readonly locationId: LocationId; readonly free: number; readonly buffered: number }[],
): Move[] {
  const spare = locations.map(({ locationId, free, buffered }) => ({ locationId, units: free - buffered }));
  const largestFirst = (a: { locationId: LocationId; units: number }, b: { locationId: LocationId; units: number }) =>
    b.units - a.units || (a.locationId < b.locationId ? -1 : 1);
  const givers = spare.filter(({ units }) => units > 0).sort(largestFirst);
  const takers = spare
    .filter(({ units }) => units < 0)
    .map(({ locationId, units }) => ({ locationId, units: -units }))
    .sort(largestFirst);
  const moves: Move[] = [];
  for (const taker of takers) {
    for (const giver of givers) {
      const units = Math.min(taker.units, giver.units);
      if (units === 0) continue;
      moves.push({ from: giver.locationId, to: taker.locationId, units });
      taker.units -= units;
      giver.units -= units;
    }
  }
  return moves;
}
