import type { LocationId, Sku } from '../kernel/ids.js';

export interface Wanted {
  readonly sku: Sku;
  readonly units: number;
}

/** A place that can send: a warehouse, a store, or a supplier that ships for us. */
export interface Source {
  readonly locationId: LocationId;
  /** What each parcel from here costs, and each unit in it. */
  readonly parcelCents: number;
  readonly unitCents: number;
  /** Days from here to the customer's door. */
  readonly days: number;
  /** Units this order may take. */
  readonly stock: ReadonlyMap<Sku, number>;
}

export interface Parcel {
  readonly locationId: LocationId;
  readonly items: readonly Wanted[];
  readonly cents: number;
  readonly days: number;
}

export interface Route {
  readonly parcels: readonly Parcel[];
  /** What no source has. */
  readonly missing: readonly Wanted[];
  readonly units: number;
  readonly cents: number;
  /** `cents` and the days of every unit, a day at its price: what the route was chosen by. */
  readonly score: number;
}

/** Up to here every set of sources is tried: 2⁸ sets. */
const MOST_EXACT = 8;

/**
 * The parcels that send as many units as there are at the least score: parcel and unit costs plus `centsPerUnitDay` for
 * each day each unit is on its way. Among equals fewer parcels, then sources earlier by id. Within a set of open
 * sources each SKU goes by the cheapest first, which is optimal since a source's stock of one SKU never limits another.
 * So with up to eight sources the route is optimal; with more, sources are opened and closed one by one until that no
 * longer helps, which is a heuristic.
 */
export function routeOrder(wanted: readonly Wanted[], sources: readonly Source[], centsPerUnitDay: number): Route {
  const usable = sources
    .filter(({ stock }) => wanted.some(({ sku }) => (stock.get(sku) ?? 0) > 0))
    .sort((a, b) => (a.locationId < b.locationId ? -1 : 1));
  const routeOver = (open: readonly boolean[]) =>
    fill(
      wanted,
      usable.filter((_, place) => open[place]),
      centsPerUnitDay,
    );
  if (usable.length > MOST_EXACT) return searchedRoute(usable.length, routeOver);
  let best = routeOver([]);
  for (let mask = 1; mask < 2 ** usable.length; mask += 1) {
    const route = routeOver(usable.map((_, place) => (mask & (1 << place)) !== 0));
    if (isBetter(route, best)) best = route;
  }
  return best;
}

function searchedRoute(count: number, routeOver: (open: readonly boolean[]) => Route): Route {
  let open: readonly boolean[] = Array.from({ length: count }, () => true);
  let best = routeOver(open);
  for (let improved = true; improved; ) {
    improved = false;
    for (let place = 0; place < count; place += 1) {
      const toggled = open.map((isOpen, at) => (at === place ? !isOpen : isOpen));
      const route = routeOver(toggled);
      if (!isBetter(route, best)) continue;
      [open, best, improved] = [toggled, route, true];
    }
  }
  return best;
}

function isBetter(a: Route, b: Route): boolean {
  if (a.units !== b.units) return a.units > b.units;
  if (a.score !== b.score) return a.score < b.score;
  return a.parcels.length < b.parcels.length;
}

function fill(wanted: readonly Wanted[], open: readonly Source[], centsPerUnitDay: number): Route {
  const unitScore = ({ unitCents, days }: Source) => unitCents + centsPerUnitDay * days;
  const cheapestFirst = [...open].sort((a, b) => unitScore(a) - unitScore(b));
  const taken = new Map<Source, Wanted[]>();
  const missing: Wanted[] = [];
  for (const { sku, units } of wanted) {
    let left = units;
    for (const source of cheapestFirst) {
      const now = Math.min(left, source.stock.get(sku) ?? 0);
      if (now <= 0) continue;
      taken.set(source, [...(taken.get(source) ?? []), { sku, units: now }]);
      left -= now;
    }
    if (left > 0) missing.push({ sku, units: left });
  }
  let score = 0;
  let units = 0;
  const parcels = open.flatMap((source) => {
    const items = taken.get(source);
    if (!items) return [];
    const inside = items.reduce((sum, item) => sum + item.units, 0);
    const cents = source.parcelCents + source.unitCents * inside;
    score += cents + centsPerUnitDay * source.days * inside;
    units += inside;
    return [{ locationId: source.locationId, items, cents, days: source.days }];
  });
  return { parcels, missing, units, cents: parcels.reduce((sum, { cents }) => sum + cents, 0), score };
}
