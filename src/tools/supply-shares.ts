import { shareSupply } from '../domain/eta/share-supply.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { PurchaseOrderLineId, Sku } from '../domain/kernel/ids.js';
import { openSupply } from '../store/purchasing.js';
import { datedSupply } from './dated-supply.js';
import type { ToolContext } from './define-tool.js';
import { contextForEta } from './eta-context.js';
import { type ServingQueue, servingOrders } from './serving-order.js';

export interface ServedLine {
  readonly line: ServingQueue[number];
  readonly units: number;
}

/** Which waiting order lines each open purchase order line of some SKUs serves, if all come in the order expected. */
export async function supplyShares(
  context: ToolContext,
  skus: readonly Sku[],
): Promise<ReadonlyMap<PurchaseOrderLineId, readonly ServedLine[]>> {
  const [supply, queues, eta] = await Promise.all([
    openSupply(context.sql, { skus }),
    servingOrders(context, skus),
    contextForEta(context),
  ]);
  const bySku = groupBy(supply, ({ sku }) => sku);
  const served = [...queues].flatMap(([sku, queue]) => {
    const lines = new Map(queue.map((line) => [line.orderLineId, line]));
    const inTime = datedSupply(bySku.get(sku) ?? [], eta).map(({ line }) => line);
    return shareSupply(inTime, queue).flatMap(({ poLineId, orderLineId, units }) => {
      const line = lines.get(orderLineId);
      return line ? [{ poLineId, line, units }] : [];
    });
  });
  return groupBy(served, ({ poLineId }) => poLineId);
}
