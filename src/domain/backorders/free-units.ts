import { availableToPromise, type Stock } from '../allocation/available-to-promise.js';

/**
 * Units of a SKU that a new order may have at once: available to promise to its sales channel at all locations, less
 * what order lines wait for, since those were there first.
 */
export function freeUnits(stock: readonly Stock[], salesChannelId: string, waitingUnits: number): number {
  const promisable = stock.reduce((units, one) => units + availableToPromise(one, salesChannelId), 0);
  return Math.max(0, promisable - waitingUnits);
}
