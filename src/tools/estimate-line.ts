import { queuePosition } from '../domain/allocation/queue-position.js';
import { type Eta, estimateEta } from '../domain/eta/estimate-eta.js';
import { dateIn } from '../domain/kernel/dates.js';
import type { OrderLineRecord, OrderRecord } from '../store/orders.js';
import { type OpenSupply, openSupplyFor } from '../store/purchasing.js';
import type { ToolContext } from './define-tool.js';
import { etaContext } from './eta-context.js';
import { servingOrder } from './serving-order.js';

export interface PlacedEstimate {
  readonly eta: Eta;
  readonly queuePosition: number;
  /** What is on order of the line's SKU. */
  readonly supply: readonly OpenSupply[];
}

/** When what a line lacks ships and arrives, by the order's own service or another; null when the line waits for nothing. */
export const estimateLine = async (...asked: Parameters<typeof estimateInQueue>): Promise<Eta | null> =>
  (await estimateInQueue(...asked))?.eta ?? null;

/** The same with the line's place, and the deliveries to come. */
export async function estimateInQueue(
  line: OrderLineRecord,
  service: OrderRecord['shippingService'],
  { sql, now, policy, rules }: ToolContext,
): Promise<PlacedEstimate | null> {
  const queue = await servingOrder(line.sku, { sql, now, policy, rules });
  const place = queuePosition(queue, line.id);
  const own = queue.find((waiting) => waiting.orderLineId === line.id);
  if (place.kind === 'not_queued' || !own) return null;
  const supply = await openSupplyFor(sql, line.sku);
  const eta = estimateEta(
    // of a part-shipped line only the rest waits
    { orderLineId: line.id, sku: line.sku, quantity: own.quantity, unitsAhead: place.unitsAhead },
    supply,
    await etaContext(sql, { today: dateIn(policy.zone, now), policy, service }),
  );
  return { eta, queuePosition: place.position, supply };
}
