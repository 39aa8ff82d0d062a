import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { offerModal } from '../offer-modal.js';

/** Asks what to offer for an order. */
export default defineAction({
  id: 'offer:choose',
  value: z.object({ order: OrderNumber }),
  open: async ({ order }) => offerModal(order),
});
