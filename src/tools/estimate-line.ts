import { queuePosition } from '../domain/allocation/queue-position.js';
import { type Eta, estimateEta } from '../domain/eta/estimate-eta.js';
import { dateIn } from '../domain/kernel/dates.js';
import type { OrderLineRecord, OrderRecord } from '../store/orders.js';
import { openSupplyFor } from '../store/purchasing.js';
import type { ToolContext } from './define-tool.js';
import { etaContext } from './eta-context.js';
import { servingOrder } from './serving-order.js';

/** When what a line lacks ships and arrives, by the order's own service or another; null when the line waits for nothing. */
export async function estimateLine(
  line: OrderLineRecord,
  service: OrderRecord['shippingService'],
  { sql, now, policy, rules }: ToolContext,
): Promise<Eta | null> {
  const queue = await servingOrder(line.sku, { sql, now, policy, rules });
  const place = queuePosition(queue, line.id);
  const own = queue.find((waiting) => waiting.orderLineId === line.id);
  if (place.kind === 'not_queued' || !own) return null;
  return estimateEta(
    // of a part-shipped line only the rest waits
    { orderLineId: line.id, sku: line.sku, quantity: own.quantity, unitsAhead: place.unitsAhead },
    await openSupplyFor(sql, line.sku),
    await etaContext(sql, { today: dateIn(policy.zone, now), policy, service }),
  );
}
