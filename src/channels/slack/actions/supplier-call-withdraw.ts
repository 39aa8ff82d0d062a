import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { withdrawOrderModal } from '../supplier-call-modal.js';

/** Asks why an order that never reached its supplier is taken back. */
export default defineAction({
  id: 'supplier-call:withdraw',
  value: z.object({ callId: z.int() }),
  open: async ({ callId }) => withdrawOrderModal(callId),
});
