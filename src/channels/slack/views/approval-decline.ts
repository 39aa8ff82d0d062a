import { z } from 'zod';
import { decide, OfApproval } from '../decide.js';
import { defineView } from '../define-view.js';

/** Declines a request with a reason. */
export default defineView({
  id: 'approval-decline',
  keeps: OfApproval,
  answers: z.object({ reason: z.string({ error: 'Write why.' }).trim().min(1, { error: 'Write why.' }).max(500) }),
  run: ({ reason }, { approvalId }, handling) =>
    decide({ approvalId, decision: { kind: 'decline', reason } }, handling),
});
