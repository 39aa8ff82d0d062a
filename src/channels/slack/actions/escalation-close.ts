import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { closingModal } from '../escalation-modal.js';

/** Asks what came of an escalation. */
export default defineAction({
  id: 'escalation:close',
  value: z.object({ order: OrderNumber }),
  open: async ({ order }) => closingModal(order),
});
