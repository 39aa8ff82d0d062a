import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { escalationModal } from '../escalation-modal.js';

/** Asks why an order is put before the team. */
export default defineAction({
  id: 'escalation:open',
  value: z.object({ order: OrderNumber }),
  open: async ({ order }) => escalationModal(order),
});
