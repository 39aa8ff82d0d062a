import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { assignModal } from '../digest-modals.js';

/** Asks to whom an order at risk is given, and why. */
export default defineAction({
  id: 'digest:assign',
  roles: ['lead', 'manager'],
  value: z.object({ order: OrderNumber }),
  open: async ({ order }) => assignModal(order),
});
