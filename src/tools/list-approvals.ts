import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { waitingApprovals } from '../store/approvals.js';
import { ApprovalFacts, approvalFacts } from './approval-facts.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

/** What waits for somebody's approval, the first to run out first. */
export const listApprovals = defineTool({
  name: 'list_approvals',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List the requests for approval that wait; of one order when it is named.',
  input: z.object({ orderNumber: OrderNumber.optional() }),
  output: z.object({ kind: z.literal('listed'), approvals: z.array(ApprovalFacts) }),
  authorize: () => true,
  async run({ orderNumber }, { sql }) {
    const approvals = await waitingApprovals(sql, orderNumber);
    return { kind: 'listed' as const, approvals: approvals.map(approvalFacts) };
  },
});
