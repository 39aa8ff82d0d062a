import { optional } from '../arguments/argument.js';
import { oneOf, orderNumber } from '../arguments/ids.js';
import { defineCommand } from '../define-command.js';
import { showUpgrade } from '../show-sending.js';

/** `/backorder upgrade 1042 express`: what express would gain and cost, and who would pay it. */
export default defineCommand({
  name: 'upgrade',
  usage: 'upgrade 1042 express',
  summary: 'express for what has not left: new dates, the cost, and who pays',
  // there is one faster way
  arguments: { order: orderNumber, service: optional(oneOf(['express'])) },
  run: ({ order }, handling) => showUpgrade(order, handling),
});
