import { decide, OfApproval } from '../decide.js';
import { defineAction } from '../define-action.js';

/** Allows what was asked for, as it was asked. */
export default defineAction({
  id: 'approval:approve',
  value: OfApproval,
  run: ({ approvalId }, handling) =>
    decide({ approvalId, decision: { kind: 'approve', reason: 'as asked' } }, handling),
});
