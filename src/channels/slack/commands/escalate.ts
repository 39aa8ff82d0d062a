import { optional, rest } from '../arguments/argument.js';
import { colleague, orderNumber } from '../arguments/ids.js';
import { defineCommand } from '../define-command.js';
import { escalate } from '../escalate.js';
import { escalationModal } from '../escalation-modal.js';

/** `/backorder escalate 1042 @lena she asked twice`: puts an order before the team. */
export default defineCommand({
  name: 'escalate',
  usage: 'escalate 1042 [@lead] reason',
  summary: 'put an order before the team, with owner and deadline by rule',
  arguments: { order: orderNumber, assignTo: optional(colleague), reason: optional(rest('a reason')) },
  open: async ({ order, assignTo, reason }) => (reason === null ? escalationModal(order, assignTo) : null),
  run: async ({ order, assignTo, reason }, handling) =>
    reason === null ? [] : escalate({ order, assignTo, reason: reason.slice(0, 500) }, handling),
});
