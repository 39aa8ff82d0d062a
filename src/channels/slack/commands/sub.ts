import { optional } from '../arguments/argument.js';
import { lineNumber, orderNumber } from '../arguments/ids.js';
import { defineCommand } from '../define-command.js';
import { showSubstitutes } from '../substitutes.js';

/** `/backorder sub 1042 2`: what could go instead of what waits. */
export default defineCommand({
  name: 'sub',
  usage: 'sub 1042 [line]',
  summary: 'what could be sent instead, with what differs',
  arguments: { order: orderNumber, line: optional(lineNumber) },
  run: showSubstitutes,
});
