import { z } from 'zod';
import { OrderLineId } from '../domain/kernel/ids.js';
import { CancelDone, CancelOutcome, CancelRecap, commitCancelling, proposeCancelling } from './cancellation.js';
import { defineProposal } from './define-tool.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';

/** Cancels one line that has not shipped, after recap and yes. The refund owed is recorded with it. SOP: cancellations. */
export const cancelLine = defineProposal({
  name: 'cancel_line',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose cancelling one unshipped order line. Nothing is cancelled until the customer confirms the recap.',
  input: z.object({ orderLineId: OrderLineId }),
  output: CancelOutcome,
  recap: CancelRecap,
  done: CancelDone,
  authorize: ownsLineOrIsStaff,
  propose: ({ orderLineId }, context) =>
    proposeCancelling(orderOf(orderLineId), (line) => line.id === orderLineId, context),
  commit: (_input, recap, context) => commitCancelling(recap, context),
});
