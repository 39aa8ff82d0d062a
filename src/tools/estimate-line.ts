import { queuePosition } from '../domain/allocation/queue-position.js';
import { type Eta, estimateEta } from '../domain/eta/estimate-eta.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { Sku } from '../domain/kernel/ids.js';
import type { OrderLineRecord, OrderRecord } from '../store/orders.js';
import { type OpenSupply, openSupply } from '../store/purchasing.js';
import type { ToolContext } from './define-tool.js';
import { contextForEta } from './eta-context.js';
import { servingOrders } from './serving-order.js';

export interface PlacedEstimate {
  readonly eta: Eta;
  readonly queuePosition: number;
  /** What is on order of the line's SKU. */
  readonly supply: readonly OpenSupply[];
}

type Moment = Pick<ToolContext, 'sql' | 'now' | 'policy' | 'rules'>;
type Service = OrderRecord['shippingService'];
type WaitingLine = Pick<OrderLineRecord, 'id' | 'sku'>;

/** Estimates a line by the order's own service or another; null when it waits for nothing. */
export type Estimate = (line: WaitingLine, service: Service) => PlacedEstimate | null;

/** When what a line lacks ships and arrives, by the order's own service or another; null when the line waits for nothing. */
export const estimateLine = async (line: WaitingLine, service: Service, moment: Moment): Promise<Eta | null> =>
  (await estimateInQueue(line, service, moment))?.eta ?? null;

/** The same with the line's place, and the deliveries to come. */
export const estimateInQueue = async (
  line: WaitingLine,
  service: Service,
  moment: Moment,
): Promise<PlacedEstimate | null> => (await lineEstimator(moment, [line.sku]))(line, service);

/** Estimates any number of lines that wait for some SKUs, or for any, after one read of queues, deliveries and records each. */
export async function lineEstimator(moment: Moment, skus?: readonly Sku[]): Promise<Estimate> {
  const [queues, supply, context] = await Promise.all([
    servingOrders(moment, skus),
    openSupply(moment.sql, skus ? { skus } : {}),
    contextForEta(moment),
  ]);
  const supplyBySku = groupBy(supply, ({ sku }) => sku);
  return (line, service) => {
    const queue = queues.get(line.sku) ?? [];
    const place = queuePosition(queue, line.id);
    const own = queue.find((waiting) => waiting.orderLineId === line.id);
    if (place.kind === 'not_queued' || !own) return null;
    const onOrder = supplyBySku.get(line.sku) ?? [];
    const eta = estimateEta(
      // of a part-shipped line only the rest waits
      { orderLineId: line.id, sku: line.sku, quantity: own.quantity, unitsAhead: place.unitsAhead },
      onOrder,
      { ...context, transitDays: moment.policy.fulfilment.transitDays[service] },
    );
    return { eta, queuePosition: place.position, supply: onOrder };
  };
}
