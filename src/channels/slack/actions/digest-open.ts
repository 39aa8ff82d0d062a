import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import order from '../commands/order.js';
import { defineAction } from '../define-action.js';

/** Shows an order of the digest to whoever pressed, as `/backorder order` does. */
export default defineAction({
  id: 'digest:open',
  value: z.object({ order: OrderNumber }),
  run: async (named, handling) => (await order.run?.({ order: named.order }, handling)) ?? [],
});
