import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { CancelDone, CancelOutcome, CancelRecap, commitCancelling, proposeCancelling } from './cancellation.js';
import { defineProposal } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';

/** Cancels everything of an order that has not shipped, after recap and yes. What shipped stays. SOP: cancellations. */
export const cancelOrder = defineProposal({
  name: 'cancel_order',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose cancelling all unshipped items of an order. Nothing is cancelled until the customer confirms the recap.',
  input: z.object({ orderNumber: OrderNumber }),
  output: CancelOutcome,
  recap: CancelRecap,
  done: CancelDone,
  authorize: ownsOrderOrIsStaff,
  propose: ({ orderNumber }, context) => proposeCancelling(orderNumber, () => true, context),
  commit: (_input, recap, context) => commitCancelling(recap, context),
});
