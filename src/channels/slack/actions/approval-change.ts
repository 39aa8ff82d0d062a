import { changeModal } from '../approval-modals.js';
import { OfApproval } from '../decide.js';
import { defineAction } from '../define-action.js';

/** Asks what to give instead of what was asked for. */
export default defineAction({
  id: 'approval:change',
  value: OfApproval,
  open: async ({ approvalId }) => changeModal(approvalId),
});
