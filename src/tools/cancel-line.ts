import { z } from 'zod';
import { OrderLineId } from '../domain/kernel/ids.js';
import { CancelDone, CancelOutcome, CancelRecap, commitCancelling, proposeCancelling } from './cancellation.js';
import { defineProposal } from './define-tool.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';

/** Cancels one line that has not shipped, or several of one order at once, after recap and yes. The refund owed is recorded with it. SOP: cancellations. */
export const cancelLine = defineProposal({
  name: 'cancel_line',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose cancelling one unshipped order line, and others of the same order with it. Nothing is cancelled until the customer confirms the recap.',
  input: z.object({
    orderLineId: OrderLineId,
    /** More lines of the same order; those of another are not touched. */
    alsoOrderLineIds: z.array(OrderLineId).optional(),
  }),
  output: CancelOutcome,
  recap: CancelRecap,
  done: CancelDone,
  authorize: ownsLineOrIsStaff,
  propose: ({ orderLineId, alsoOrderLineIds = [] }, context) =>
    proposeCancelling(orderOf(orderLineId), ({ id }) => id === orderLineId || alsoOrderLineIds.includes(id), context),
  commit: (_input, recap, context) => commitCancelling(recap, context),
});
