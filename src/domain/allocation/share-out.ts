import type { LocationId, OrderLineId, Sku } from '../kernel/ids.js';
import { availableToPromise, type Stock } from './available-to-promise.js';
import { routeOrder } from './route-order.js';

/** What a location has of the SKU being shared out, and what sending from it costs. */
export interface StockedLocation extends Stock {
  readonly locationId: LocationId;
  readonly parcelCents: number;
  readonly unitCents: number;
  readonly days: number;
}

export interface Share {
  readonly orderLineId: OrderLineId;
  /** Units it lacked, and units it gets now; less than wanted when they ran out with it. */
  readonly wanted: number;
  readonly units: number;
  readonly from: readonly { readonly locationId: LocationId; readonly units: number }[];
}

export interface SharingOut {
  readonly shares: readonly Share[];
  readonly units: number;
}

/**
 * Gives units of one SKU to lines in their order, at most `limit` in all. Each line takes what its sales channel may
 * have at each location (available to promise, so the buffers of other channels stay), by the cheapest route. A line
 * that cannot be filled takes what there is and keeps it: so a large order is not passed for ever by small ones. Lines
 * that get nothing are not in the answer. Never gives more than there is, nor more than a line lacks.
 */
export function shareOut(
  inOrder: readonly {
    readonly orderLineId: OrderLineId;
    readonly sku: Sku;
    readonly quantity: number;
    readonly salesChannelId: string;
  }[],
  locations: readonly StockedLocation[],
  { limit, centsPerUnitDay }: { limit: number; centsPerUnitDay: number },
): SharingOut {
  const given = new Map<LocationId, number>();
  const shares: Share[] = [];
  let left = limit;
  for (const { orderLineId, sku, quantity, salesChannelId } of inOrder) {
    if (left <= 0) break;
    const sources = locations.map(({ locationId, parcelCents, unitCents, days, ...stock }) => {
      const allocated = stock.allocated + (given.get(locationId) ?? 0);
      const units = availableToPromise({ ...stock, allocated }, salesChannelId);
      return { locationId, parcelCents, unitCents, days, stock: new Map([[sku, units]]) };
    });
    const route = routeOrder([{ sku, units: Math.min(left, quantity) }], sources, centsPerUnitDay);
    if (route.units === 0) continue;
    const from = route.parcels.map(({ locationId, items }) => ({
      locationId,
      units: items.reduce((sum, { units }) => sum + units, 0),
    }));
    for (const { locationId, units } of from) given.set(locationId, (given.get(locationId) ?? 0) + units);
    shares.push({ orderLineId, wanted: quantity, units: route.units, from });
    left -= route.units;
  }
  return { shares, units: limit - left };
}
