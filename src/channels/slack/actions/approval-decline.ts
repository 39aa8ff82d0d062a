import { declineModal } from '../approval-modals.js';
import { OfApproval } from '../decide.js';
import { defineAction } from '../define-action.js';

/** Asks why a request is declined. */
export default defineAction({
  id: 'approval:decline',
  value: OfApproval,
  open: async ({ approvalId }) => declineModal(approvalId),
});
