import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { waitingApprovals } from '../store/approvals.js';
import { ApprovalFacts, approvalFacts, barFrom } from './approval-facts.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

/** What waits for somebody's approval, the first to run out first. */
export const listApprovals = defineTool({
  name: 'list_approvals',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List the requests for approval that wait; of one order when it is named.',
  input: z.object({ orderNumber: OrderNumber.optional() }),
  output: z.object({
    kind: z.literal('listed'),
    approvals: z.array(
      ApprovalFacts.extend({
        /** Whether who asks may answer it: of sufficient rank, and not their own. */
        mayDecide: z.boolean(),
      }),
    ),
  }),
  authorize: () => true,
  async run({ orderNumber }, context) {
    // the sweep ends one whose time is over; until then it waits for nobody all the same
    const approvals = (await waitingApprovals(context.sql, orderNumber)).filter(
      ({ expiresAt }) => expiresAt > context.now,
    );
    return {
      kind: 'listed' as const,
      approvals: approvals.map((one) => ({ ...approvalFacts(one), mayDecide: barFrom(one, context) === null })),
    };
  },
});
