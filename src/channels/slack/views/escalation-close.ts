import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineView } from '../define-view.js';
import { close } from '../escalate.js';

/** Ends an escalation with what came of it. */
export default defineView({
  id: 'escalation-close',
  keeps: z.object({ order: OrderNumber }),
  answers: z.object({
    outcome: z.string({ error: 'Write what came of it.' }).trim().min(1, { error: 'Write what came of it.' }).max(500),
  }),
  run: ({ outcome }, { order }, handling) => close({ order, outcome }, handling),
});
