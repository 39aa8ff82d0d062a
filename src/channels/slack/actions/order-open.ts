import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { showOrder } from '../show-order.js';

/** Shows an order to whoever pressed, as `/backorder order` does. */
export default defineAction({
  id: 'order:open',
  value: z.object({ order: OrderNumber }),
  run: ({ order }, handling) => showOrder(order, handling),
});
