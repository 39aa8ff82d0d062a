import { type DelayStanding, delayStanding } from '../domain/delay-rule/delay-standing.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { OrderNumber } from '../domain/kernel/ids.js';
import { delayRecordsOf } from '../store/delay-records.js';
import { ordersUnderDelayRule } from '../store/digest-facts.js';
import { findOrders, linesOf, type OrderLineRecord, type OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { delayOrder } from './delay-facts.js';
import { shopCalendar } from './shop-calendar.js';

export interface OrderUnderRule {
  readonly order: OrderRecord;
  readonly lines: readonly OrderLineRecord[];
  readonly standing: DelayStanding;
}

/**
 * How orders stand under the delay rule (16 CFR part 435): all that are not done, or some. One read of orders, lines and
 * records each, then the rule's own replay.
 */
export async function ordersUnderRule(
  { sql, now, policy }: Pick<ToolContext, 'sql' | 'now' | 'policy'>,
  some?: readonly OrderNumber[],
): Promise<OrderUnderRule[]> {
  const numbers = some ?? (await ordersUnderDelayRule(sql));
  const [orders, lines, records] = await Promise.all([
    findOrders(sql, numbers),
    linesOf(sql, numbers),
    delayRecordsOf(sql, numbers),
  ]);
  const linesByOrder = groupBy(lines, ({ orderNumber }) => orderNumber);
  const orderOf = new Map(lines.map(({ id, orderNumber }) => [id, orderNumber]));
  const recordsByOrder = groupBy(records, ({ orderLineId }) => orderOf.get(orderLineId));
  const calendar = shopCalendar(policy);
  return orders.map((order) => {
    const own = linesByOrder.get(order.number) ?? [];
    const known = recordsByOrder.get(order.number) ?? [];
    return { order, lines: own, standing: delayStanding(delayOrder(order, own), known, now, calendar) };
  });
}
