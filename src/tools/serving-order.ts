import { allocationOrder, type RankedLine } from '../domain/allocation/allocation-order.js';
import { dateIn } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { Sku } from '../domain/kernel/ids.js';
import { type QueuedLine, queuesFor } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';

type Moment = Pick<ToolContext, 'sql' | 'now' | 'policy' | 'rules'>;
/** The lines that wait for one SKU, first served first. */
export type ServingQueue = RankedLine<QueuedLine>[];

/** The lines that wait for a SKU in the order in which they are served: what every tool that speaks of places goes by. */
export async function servingOrder(sku: Sku, moment: Moment): Promise<ServingQueue> {
  return (await servingOrders(moment, [sku])).get(sku) ?? [];
}

/** The same for several SKUs, or all, in one read. A SKU for which nobody waits is not in it. */
export async function servingOrders(
  { sql, now, policy, rules }: Moment,
  skus?: readonly Sku[],
): Promise<ReadonlyMap<Sku, ServingQueue>> {
  const bySku = groupBy(await queuesFor(sql, skus), ({ sku }) => sku);
  const moment = { now, today: dateIn(policy.zone, now) };
  return new Map([...bySku].map(([sku, lines]) => [sku, allocationOrder(lines, rules.allocation, moment)]));
}
