import { defineAction } from '../define-action.js';
import { OfCall, withdrawOrderModal } from '../supplier-call-modal.js';

/** Asks why an order that never reached its supplier is taken back. */
export default defineAction({
  id: 'supplier-call:withdraw',
  value: OfCall,
  open: async ({ callId }) => withdrawOrderModal(callId),
});
