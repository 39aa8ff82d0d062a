import { estimateEta } from '../domain/eta/estimate-eta.js';
import { dateIn, daysBetween } from '../domain/kernel/dates.js';
import { OrderLineId, type Sku } from '../domain/kernel/ids.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import { businessNow } from '../store/clock.js';
import type { SqlOrTx } from '../store/connect.js';
import { queueFor } from '../store/orders.js';
import { openSupplyFor } from '../store/purchasing.js';
import { etaContext } from './eta-context.js';

/** An order that is not placed yet has no line; it would stand behind everyone. */
const NOT_PLACED = OrderLineId.parse('NEW-1');

/** Days from today until one unit ordered now likely ships (P50), behind all who wait already; null when nobody can tell. */
export async function likelyDaysForNewOrder(sql: SqlOrTx, sku: Sku, policy: ShopPolicy): Promise<number | null> {
  const today = dateIn(policy.zone, await businessNow(sql));
  const [queue, supply, context] = await Promise.all([
    queueFor(sql, sku),
    openSupplyFor(sql, sku),
    etaContext(sql, { today, policy, service: 'standard' }),
  ]);
  const unitsAhead = queue.reduce((units, { quantity }) => units + quantity, 0);
  const eta = estimateEta({ orderLineId: NOT_PLACED, sku, quantity: 1, unitsAhead }, supply, context);
  return eta.kind === 'estimated' ? daysBetween(today, eta.shipsLikelyOn) : null;
}
