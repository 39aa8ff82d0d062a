import { z } from 'zod';
import { getSupplierCall } from '../../../tools/get-supplier-call.js';
import { defineAction } from '../define-action.js';
import { closeCallModal } from '../supplier-call-modal.js';

/** Asks what came of a call. */
export default defineAction({
  id: 'supplier-call:close',
  value: z.object({ callId: z.int() }),
  async open({ callId }, { call }) {
    const found = await call(getSupplierCall, { callId });
    return closeCallModal({ callId, needsDate: found.kind === 'found' && found.unsent !== null });
  },
});
