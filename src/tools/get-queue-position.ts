import { z } from 'zod';
import { explainPlaces, type PlaceReason } from '../domain/allocation/explain-place.js';
import { OrderLineId } from '../domain/kernel/ids.js';
import { findLine } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { ownsLineOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';
import { servingOrder } from './serving-order.js';

const QUEUE_REASONS = [
  'wait',
  'late_promise',
  'needed_by',
  'customer_history',
  'business',
  'order_size',
  'waited_longest',
] as const;
type QueueReason = (typeof QUEUE_REASONS)[number];

/** How a reason is told to its own customer. An item's importance is the same for all who wait for it, so it is not. */
const TOLD: Readonly<Record<PlaceReason, QueueReason | null>> = {
  wait: 'wait',
  promiseAge: 'late_promise',
  urgency: 'needed_by',
  tier: 'customer_history',
  lifetimeValue: 'customer_history',
  business: 'business',
  orderSize: 'order_size',
  skuImportance: null,
  waited_longest: 'waited_longest',
};

/** Answers "where am I in line?" and "why not me?" for one waiting line. Says nothing about who else waits. */
export const getQueuePosition = defineTool({
  name: 'get_queue_position',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Tell the place of one waiting order line in the queue for its item, and what its own place rests on (queueReasons, weightiest first). Never speak of other customers.',
  input: z.object({ orderLineId: OrderLineId }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('queued'),
      orderLineId: OrderLineId,
      lineName: z.string(),
      queuePosition: z.int(),
      unitsAhead: z.int(),
      queueReasons: z.array(z.enum(QUEUE_REASONS)),
    }),
    z.object({ kind: z.literal('not_queued'), orderLineId: OrderLineId, lineName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsLineOrIsStaff,
  async run({ orderLineId }, context) {
    const line = await findLine(context.sql, orderLineId);
    if (!line) return { kind: 'not_found' as const };
    const places = explainPlaces(await servingOrder(line.sku, context), context.rules.allocation, 0);
    const place = places.find((one) => one.orderLineId === orderLineId);
    if (!place) return { kind: 'not_queued' as const, orderLineId, lineName: line.title };
    return {
      kind: 'queued' as const,
      orderLineId,
      lineName: line.title,
      queuePosition: place.position,
      unitsAhead: place.unitsAhead,
      queueReasons: [...new Set(place.reasons.flatMap((reason) => TOLD[reason] ?? []))],
    };
  },
});
