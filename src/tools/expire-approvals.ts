import { z } from 'zod';
import { expireApprovals as expire } from '../store/approvals.js';
import { showApproval } from './approval-facts.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Ends the requests for approval whose time is over, and has that shown to those who wait. */
export const expireApprovals = defineTool({
  name: 'expire_approvals',
  effect: 'record',
  audience: ['system'],
  description: 'End every request for approval whose time is over.',
  input: z.object({}),
  output: z.object({ kind: z.literal('expired'), approvals: z.int() }),
  authorize: () => true,
  async run(_input, context) {
    const ended = await expire(inTransaction(context), context.now);
    for (const approvalId of ended) await showApproval(approvalId, context);
    return { kind: 'expired' as const, approvals: ended.length };
  },
});
