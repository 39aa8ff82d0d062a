import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineView } from '../define-view.js';
import { CANNOT_TAKE, canTake, escalate } from '../escalate.js';

/** Puts an order before the team, as the modal says. */
export default defineView({
  id: 'escalation',
  keeps: z.object({ order: OrderNumber }),
  answers: z.object({
    reason: z.string({ error: 'Write why.' }).trim().min(1, { error: 'Write why.' }).max(500),
    colleague: z.string().nullable(),
  }),
  check: async ({ colleague }, _keeps, { team }) =>
    colleague !== null && !canTake(colleague, team) ? { colleague: CANNOT_TAKE } : {},
  run: ({ reason, colleague }, { order }, handling) => escalate({ order, reason, assignTo: colleague }, handling),
});
