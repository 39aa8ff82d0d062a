import { z } from 'zod';
import { readWorth } from '../arguments/offers.js';
import { decide, OfApproval } from '../decide.js';
import { defineView } from '../define-view.js';

/** An amount of money or a share; the kind stays as it was asked for. */
const worthOf = (written: string) => readWorth('credit', written);

/** Allows another amount than was asked for, with a reason. */
export default defineView({
  id: 'approval-change',
  keeps: OfApproval,
  answers: z.object({
    worth: z.string({ error: 'Write an amount.' }).refine((written) => worthOf(written) !== null, {
      error: 'Write an amount such as $50, or a share such as 10%.',
    }),
    reason: z.string({ error: 'Write why.' }).trim().min(1, { error: 'Write why.' }).max(500),
  }),
  async run({ worth: written, reason }, { approvalId }, handling) {
    const worth = worthOf(written);
    return worth ? decide({ approvalId, decision: { kind: 'change', worth, reason } }, handling) : [];
  },
});
