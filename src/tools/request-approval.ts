import { z } from 'zod';
import { addToInstant } from '../domain/kernel/dates.js';
import { addApproval, waitingApprovals } from '../store/approvals.js';
import { APPROVABLE, ApprovalFacts, approvalFacts, showApproval } from './approval-facts.js';
import { defineTool } from './define-tool.js';
import { lockForGrant } from './offer-facts.js';
import { judgeWithPreview } from './offer-preview.js';
import { principalId, STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * Asks those who may for an offer above the caller's own authority (docs/approvals.md). One waits for an order at a time;
 * after `approvalHours` it is over.
 */
export const requestApproval = defineTool({
  name: 'request_approval',
  effect: 'record',
  audience: STAFF,
  description: 'Ask whoever may give it for an offer that is above one’s own limit.',
  // whoever asks tells the customer once it is given, in words that fit what was given
  input: APPROVABLE.input.omit({ tell: true }),
  output: z.discriminatedUnion('kind', [
    ApprovalFacts.extend({ kind: z.literal('requested') }),
    /** Another request for the order waits; this one was not stored. */
    ApprovalFacts.extend({ kind: z.literal('waits_already') }),
    z.object({ kind: z.literal('within_limit') }),
    z.object({ kind: z.literal('refused'), because: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run(input, context) {
    const { now, principal, rules } = context;
    const order = await lockForGrant(input.orderNumber, context);
    if (!order) return { kind: 'not_found' as const };
    const judged = await judgeWithPreview(order, input, context);
    if (judged.kind === 'refused') return judged;
    if (judged.kind === 'allowed' || judged.by === 'bot') return { kind: 'within_limit' as const };
    const tx = inTransaction(context);
    const stored = await addApproval(tx, {
      tool: APPROVABLE.name,
      input,
      shown: judged.preview,
      orderNumber: order.number,
      authority: judged.by,
      requestedBy: principalId(principal),
      requestedAt: now,
      expiresAt: addToInstant(now, { hours: rules.incentives.approvalHours }),
    });
    if (stored) {
      await showApproval(stored.approvalId, context);
      return { kind: 'requested' as const, ...approvalFacts(stored) };
    }
    const [waiting] = await waitingApprovals(tx, order.number);
    if (!waiting) throw new Error(`The request that waits for order ${order.number} vanished under the order's lock`);
    return { kind: 'waits_already' as const, ...approvalFacts(waiting) };
  },
});
