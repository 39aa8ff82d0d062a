import { z } from 'zod';
import { OrderLineId } from '../domain/kernel/ids.js';
import { addDelayRecord } from '../store/delay-records.js';
import { lockOrder } from '../store/orders.js';
import { CancelDone, commitCancelling, proposeCancelling } from './cancellation.js';
import { defineTool } from './define-tool.js';
import { DelayFacts, delayFacts, standingNow } from './delay-facts.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';
import { whereAgreed } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * The customer's answer to a delay notice. `keep` is an express consent to that notice. `cancel` is owed at once by
 * 435.2(c)(1): the line is cancelled and its refund booked with the answer. It is taken only from an answer that can mean
 * nothing else, which a system job vouches for; in a conversation a cancellation goes through cancel_line and its recap. Without a notice that can be answered,
 * nothing is written. Once a line counts as cancelled, a later consent does not bring it back. SOP: first delay notice.
 */
export const recordDelayChoice = defineTool({
  name: 'record_delay_choice',
  effect: 'record',
  audience: ['shopper', 'system'],
  description:
    'Record that the customer agrees to keep waiting (choice keep), in answer to a delay notice about one order line. Only for a clear answer to a notice that get_delay_status says awaits one. A wish to cancel goes through cancel_line, which asks first.',
  input: z.object({ orderLineId: OrderLineId, choice: z.enum(['keep', 'cancel']) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('kept'), ...DelayFacts.shape }),
    CancelDone,
    /** The answer is on record; part of the line has left, so a person sees to the rest. */
    z.object({ kind: z.literal('cancel_needs_person'), ...DelayFacts.shape }),
    z.object({ kind: z.literal('no_notice_waiting'), ...DelayFacts.shape }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (input, context) =>
    (input.choice === 'keep' || context.principal.kind === 'system') && ownsLineOrIsStaff(input, context),
  async run({ orderLineId, choice }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderOf(orderLineId));
    if (!order) return { kind: 'not_found' as const };
    const before = await factsOf();
    if (!before) return { kind: 'not_found' as const };
    const answers =
      choice === 'keep' ? before.facts.awaitsAnswer : before.option !== null && before.facts.rightToCancel;
    if (!answers) return { kind: 'no_notice_waiting' as const, ...before.facts };
    await addDelayRecord(tx, {
      kind: 'answer',
      choice: choice === 'keep' ? 'consent' : 'cancel',
      noticeId: before.option?.noticeId ?? null,
      channel: 'chat',
      orderLineId,
      at: context.now,
      source: whereAgreed(context.principal),
    });
    if (choice === 'keep') return { kind: 'kept' as const, ...((await factsOf())?.facts ?? before.facts) };
    const proposed = await proposeCancelling(order.number, ({ id }) => id === orderLineId, context);
    return proposed.kind === 'proposed'
      ? commitCancelling(proposed.recap, context)
      : { kind: 'cancel_needs_person' as const, ...before.facts };

    async function factsOf() {
      if (!order) return null;
      const { standing, lines } = await standingNow(order, context);
      const one = standing.lines.find((line) => line.orderLineId === orderLineId);
      const line = lines.find(({ id }) => id === orderLineId);
      return one && line ? { option: one.option, facts: delayFacts(one, line) } : null;
    }
  },
});
