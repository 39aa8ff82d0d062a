import { createHash } from 'node:crypto';
import type { RankedLine } from '../domain/allocation/allocation-order.js';
import { type SharingOut, shareOut } from '../domain/allocation/share-out.js';
import { LocationId, type Sku } from '../domain/kernel/ids.js';
import { type LocationStock, stockOf } from '../store/allocations.js';
import type { QueuedLine } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { servingOrder } from './serving-order.js';

/** Where units lie that are still to come. */
export const NOT_THERE_YET = LocationId.parse('still-to-come');

export interface AllocationPlan extends SharingOut {
  readonly inOrder: readonly RankedLine<QueuedLine>[];
  readonly stock: readonly LocationStock[];
  /** Names exactly this sharing out: who gets how many units from where. */
  readonly planId: string;
}

/**
 * Who gets the next `limit` units of a SKU by the policy, from where. Units beyond what lies free are supposed to come
 * to the first location (`supposing`), or are left out.
 */
export async function planAllocation(
  sku: Sku,
  { limit, supposing }: { limit: number; supposing: boolean },
  context: ToolContext,
): Promise<AllocationPlan> {
  const { routing } = context.rules.allocation;
  const [inOrder, stock] = await Promise.all([servingOrder(sku, context), stockOf(context.sql, sku)]);
  const locations = stock.map((one) => ({ ...one, ...routing[one.locationKind] }));
  const free = stock.reduce((units, { onHand, allocated }) => units + onHand - allocated, 0);
  if (supposing && limit > free) {
    const coming = { onHand: limit - free, allocated: 0, buffers: [], ...routing.warehouse };
    locations.push({ ...coming, locationId: NOT_THERE_YET, locationKind: 'warehouse' });
  }
  const sharing = shareOut(inOrder, locations, { limit, centsPerUnitDay: routing.centsPerUnitDay });
  const planId = createHash('sha256')
    .update(JSON.stringify([sku, sharing.shares]))
    .digest('hex')
    .slice(0, 16);
  return { ...sharing, inOrder, stock, planId };
}
