import { getSupplierCall } from '../../../tools/get-supplier-call.js';
import { defineAction } from '../define-action.js';
import { closeCallModal, OfCall } from '../supplier-call-modal.js';

/** Asks what came of a call. */
export default defineAction({
  id: 'supplier-call:close',
  value: OfCall,
  async open({ callId }, { call }) {
    const found = await call(getSupplierCall, { callId });
    return closeCallModal({ callId, needsDate: found.kind === 'found' && found.unsent !== null });
  },
});
