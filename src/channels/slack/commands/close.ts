import { optional, rest } from '../arguments/argument.js';
import { orderNumber } from '../arguments/ids.js';
import { defineCommand } from '../define-command.js';
import { close } from '../escalate.js';
import { closingModal } from '../escalation-modal.js';

/** `/backorder close 1042 sent a credit`: ends an order's escalation. */
export default defineCommand({
  name: 'close',
  usage: 'close 1042 outcome',
  summary: 'end an order’s escalation, with what came of it',
  arguments: { order: orderNumber, outcome: optional(rest('what came of it')) },
  open: async ({ order, outcome }) => (outcome === null ? closingModal(order) : null),
  run: async ({ order, outcome }, handling) =>
    outcome === null ? [] : close({ order, outcome: outcome.slice(0, 500) }, handling),
});
