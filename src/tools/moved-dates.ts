import { daysBetween } from '../domain/kernel/dates.js';
import type { MovedLine } from '../store/customer-message-facts.js';
import { linesOf, type OrderLineRecord, type OrderRecord } from '../store/orders.js';
import { shipDatesTold } from '../store/standing.js';
import type { ToolContext } from './define-tool.js';
import { type Estimate, estimateLine } from './estimate-line.js';
import { WAITS } from './owed-notice.js';

export interface MovedDates {
  /** All of them ship by the day that was told first. */
  readonly kind: 'date_moved' | 'back_on_time';
  readonly lines: readonly MovedLine[];
}

/**
 * The waiting lines of an order whose cautious ship date is by so much another than the customer was last told that policy
 * tells it; null for none. What the law asks for goes before: see owedNotice. `known`: read already, for whoever looks at many orders.
 */
export async function movedDates(
  order: OrderRecord,
  context: ToolContext,
  known?: { readonly lines: readonly OrderLineRecord[]; readonly estimate: Estimate },
): Promise<MovedDates | null> {
  const { sql, rules } = context;
  const told = await shipDatesTold(sql, order.number);
  const moved: MovedLine[] = [];
  let isBack = true;
  for (const line of known?.lines ?? (await linesOf(sql, [order.number]))) {
    const dates = told.flatMap(({ orderLineId, shipBy }) =>
      orderLineId === line.id && shipBy !== null ? [shipBy] : [],
    );
    const [first, last] = [dates[0], dates.at(-1)];
    if (!first || !last || !WAITS.has(line.state)) continue;
    const eta = known
      ? known.estimate(line, order.shippingService)?.eta
      : await estimateLine(line, order.shippingService, context);
    if (eta?.kind !== 'estimated') continue;
    if (Math.abs(daysBetween(last, eta.shipsCautiousOn)) < rules.notices.news.fromDaysMoved) continue;
    isBack &&= last > first && eta.shipsCautiousOn <= first;
    moved.push({
      orderLineId: line.id,
      lineName: line.title,
      quantity: line.quantity - line.shippedQuantity,
      toldShipBy: last,
      likelyOn: eta.shipsLikelyOn,
      cautiousOn: eta.shipsCautiousOn,
    });
  }
  return moved.length === 0 ? null : { kind: isBack ? 'back_on_time' : 'date_moved', lines: moved };
}
