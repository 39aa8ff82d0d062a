import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { closeCallModal } from '../supplier-call-modal.js';

/** Asks what came of a call. */
export default defineAction({
  id: 'supplier-call:close',
  value: z.object({ callId: z.int() }),
  open: async ({ callId }) => closeCallModal(callId),
});
