import { allocationOrder, type RankedLine } from '../domain/allocation/allocation-order.js';
import { dateIn } from '../domain/kernel/dates.js';
import type { Sku } from '../domain/kernel/ids.js';
import { type QueuedLine, queueFor } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';

/** The lines that wait for a SKU in the order in which they are served: what every tool that speaks of places goes by. */
export async function servingOrder(
  sku: Sku,
  { sql, now, policy, rules }: Pick<ToolContext, 'sql' | 'now' | 'policy' | 'rules'>,
): Promise<RankedLine<QueuedLine>[]> {
  const lines = await queueFor(sql, sku);
  return allocationOrder(lines, rules.allocation, { now, today: dateIn(policy.zone, now) });
}
