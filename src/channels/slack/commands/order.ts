import { orderNumber } from '../arguments/ids.js';
import { defineCommand } from '../define-command.js';
import { showOrder } from '../show-order.js';

/** `/backorder order 1042`: what was sold, what waits, until when, and the delay rule's clock. */
export default defineCommand({
  name: 'order',
  usage: 'order 1042',
  summary: 'an order’s lines, dates and delay clock',
  arguments: { order: orderNumber },
  run: ({ order }, handling) => showOrder(order, handling),
});
