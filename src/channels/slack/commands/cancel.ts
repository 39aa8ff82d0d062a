import { optional } from '../arguments/argument.js';
import { lineNumber, orderNumber } from '../arguments/ids.js';
import { openCancelling, whyNoCancelling } from '../cancel.js';
import { defineCommand } from '../define-command.js';

/** `/backorder cancel 1042 2`: what cancelling would do, then does it. */
export default defineCommand({
  name: 'cancel',
  usage: 'cancel 1042 [line]',
  summary: 'cancel what has not left, after a look at what goes back',
  arguments: { order: orderNumber, line: optional(lineNumber) },
  open: openCancelling,
  run: whyNoCancelling,
});
