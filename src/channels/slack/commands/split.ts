import { orderNumber } from '../arguments/ids.js';
import { defineCommand } from '../define-command.js';
import { showSplit } from '../show-sending.js';

/** `/backorder split 1042`: what could go now and what later, once the customer agrees. */
export default defineCommand({
  name: 'split',
  usage: 'split 1042',
  summary: 'send what is ready now and the rest later, if the customer agrees',
  arguments: { order: orderNumber },
  run: ({ order }, handling) => showSplit(order, handling),
});
