import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { showOrder } from '../show-order.js';

/** Shows an order of the digest to whoever pressed, as `/backorder order` does. */
export default defineAction({
  id: 'digest:open',
  value: z.object({ order: OrderNumber }),
  run: ({ order }, handling) => showOrder(order, handling),
});
