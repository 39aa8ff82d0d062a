import { z } from 'zod';
import { queuePosition } from '../domain/allocation/queue-position.js';
import { OrderLineId } from '../domain/kernel/ids.js';
import { findLine, queueFor } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { ownsLineOrIsStaff } from './order-access.js';

/** Answers "where am I in line?" for one waiting line. Says nothing about who else waits. */
export const getQueuePosition = defineTool({
  name: 'get_queue_position',
  effect: 'read',
  audience: ['shopper', 'rep', 'manager', 'system'],
  description: 'Tell the place of one waiting order line in the queue for its item. Places go by when the wait began.',
  input: z.object({ orderLineId: OrderLineId }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('queued'),
      orderLineId: OrderLineId,
      lineName: z.string(),
      queuePosition: z.int(),
      unitsAhead: z.int(),
      queueReasons: z.array(z.enum(['first_come'])),
    }),
    z.object({ kind: z.literal('not_queued'), orderLineId: OrderLineId, lineName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsLineOrIsStaff,
  async run({ orderLineId }, { sql }) {
    const line = await findLine(sql, orderLineId);
    if (!line) return { kind: 'not_found' as const };
    const place = queuePosition(await queueFor(sql, line.sku), orderLineId);
    if (place.kind === 'not_queued') return { kind: 'not_queued' as const, orderLineId, lineName: line.title };
    return {
      kind: 'queued' as const,
      orderLineId,
      lineName: line.title,
      queuePosition: place.position,
      unitsAhead: place.unitsAhead,
      queueReasons: ['first_come' as const],
    };
  },
});
