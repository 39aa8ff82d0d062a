import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { answerNotice, findNotice, NoticeLine } from '../store/delay-notices.js';
import { addDelayRecord } from '../store/delay-records.js';
import { lockOrder } from '../store/orders.js';
import { CancelDone, commitCancelling, proposeCancelling } from './cancellation.js';
import { defineTool } from './define-tool.js';
import { LINK_OVER } from './look-at-delay-notice.js';
import { openAnswers } from './notice-answers.js';
import { tellSender } from './tell-sender.js';
import { inTransaction } from './transaction.js';

/**
 * The customer's answer to a delay notice, through its link or by a mail that surely says so, for all its lines that can still be answered. Keeping is an
 * express consent to that very notice; cancelling is owed at once (435.2(c)(1)), with the refund. One answer a notice:
 * whoever changes their mind says so in the chat. The page's button calls it, never the opening of the link.
 */
export const answerDelayNotice = defineTool({
  name: 'answer_delay_notice',
  effect: 'record',
  audience: ['system'],
  description: 'Record the answer that a customer gave to their delay notice, by its link or by mail.',
  input: z.object({
    noticeId: z.string(),
    choice: z.enum(['keep', 'cancel']),
    /** How they answered. */
    by: z.enum(['link', 'mail']).default('link'),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('kept'), orderNumber: OrderNumber, lines: z.array(NoticeLine), todayOn: LocalDate }),
    ...CancelDone.options.map((option) => option.extend({ todayOn: LocalDate })),
    /** On record; a person sees to what has not left. */
    z.object({ kind: z.literal('cancel_needs_person'), orderNumber: OrderNumber, lines: z.array(NoticeLine) }),
    ...LINK_OVER,
  ]),
  authorize: () => true,
  async run({ noticeId, choice, by }, context) {
    const tx = inTransaction(context);
    const known = await findNotice(tx, noticeId);
    const order = known && (await lockOrder(tx, known.facts.orderNumber));
    const notice = order && (await findNotice(tx, noticeId));
    if (!notice) return { kind: 'not_found' as const };
    const orderNumber = order.number;
    const { keeping, cancelling, partLeft, todayOn } = await openAnswers(notice, order, context);
    if (notice.answer && notice.answeredAt) {
      const answeredOn = dateIn(order.shipToZone, notice.answeredAt);
      return { kind: 'answered' as const, orderNumber, choice: notice.answer, answeredOn, todayOn };
    }
    const answered = choice === 'keep' ? keeping : [...cancelling, ...partLeft];
    if (answered.length === 0) return { kind: 'over' as const, orderNumber };
    await answerNotice(tx, noticeId, choice, context.now);
    for (const { orderLineId } of answered)
      await addDelayRecord(tx, {
        kind: 'answer',
        choice: choice === 'keep' ? 'consent' : 'cancel',
        noticeId,
        channel: 'email',
        orderLineId,
        at: context.now,
        source: by,
      });
    await tellSender(notice, choice === 'keep' ? 'kept' : 'cancelled', context);
    if (choice === 'keep') return { kind: 'kept' as const, orderNumber, lines: [...keeping], todayOn };
    const ids = new Set(cancelling.map(({ orderLineId }) => orderLineId));
    const proposed = await proposeCancelling(orderNumber, ({ id }) => ids.has(id), context);
    return proposed.kind === 'proposed'
      ? { ...(await commitCancelling(proposed.recap, context)), todayOn }
      : { kind: 'cancel_needs_person' as const, orderNumber, lines: [...answered] };
  },
});
