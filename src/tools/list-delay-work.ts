import { z } from 'zod';
import { compareInstants } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { waitingOrders } from '../store/delay-looks.js';
import { noticesOf } from '../store/delay-notices.js';
import { openNoticeReviews } from '../store/notice-reviews.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { dueReminders } from './due-reminders.js';
import { type Estimate, lineEstimator } from './estimate-line.js';
import { lapsedLines } from './lapsed-lines.js';
import { movedDates } from './moved-dates.js';
import { type OrderUnderRule, ordersUnderRule } from './orders-under-rule.js';
import { type OwedNotice, owedNotice, WAITS } from './owed-notice.js';

/**
 * What the delay rule makes due now and the desk does by itself: of all orders that are not done, or of those that some
 * supplier's promises touch.
 */
export const listDelayWork = defineTool({
  name: 'list_delay_work',
  effect: 'read',
  audience: ['system'],
  description: 'List the delay notices, reminders and cancellations that are due now.',
  input: z.object({ promiseIds: z.array(z.int()).min(1).optional() }),
  output: z.object({
    kind: z.literal('listed'),
    /** Whose notices' time has come, each customer's orders together. */
    notices: z.array(z.object({ customerId: CustomerId, orderNumbers: z.array(OrderNumber).min(1) })),
    /** Orders with a notice whose unanswered end is near. */
    toRemind: z.array(OrderNumber),
    /** Orders of which something counts as cancelled. */
    lapsed: z.array(OrderNumber),
    /** Of what promises touch: orders with dates that moved, and no notice owed. */
    moved: z.array(OrderNumber),
    /** Orders whose notice is before a person and is not owed any more. */
    reviewsOver: z.array(OrderNumber),
  }),
  authorize: () => true,
  async run({ promiseIds }, context) {
    const { sql, mail, now } = context;
    const some = promiseIds && (await waitingOrders(sql, promiseIds));
    const all = await ordersUnderRule(context, some);
    const reviews = await openNoticeReviews(sql);
    const estimate = await lineEstimator(context);
    const due: (typeof all)[number]['order'][] = [];
    const toRemind: OrderNumber[] = [];
    const moved: OrderNumber[] = [];
    const reviewsOver: OrderNumber[] = [];
    for (const one of mail.connected ? all : []) {
      const { number } = one.order;
      const owed = await noticeOf(one, { isLearned: some !== undefined, estimate }, context);
      const review = reviews.get(number);
      const waits = review !== undefined && compareInstants(review.goesAt, now) > 0;
      if (owed?.isDue && !waits && !(await isUnderWay(number))) due.push(one.order);
      if (!owed && review) reviewsOver.push(number);
      if (!owed && some && (await movedDates(one.order, context, { lines: one.lines, estimate }))) moved.push(number);
      if ((await dueReminders(one, context)).length > 0) toRemind.push(number);
    }
    return {
      kind: 'listed' as const,
      notices: [...groupBy(due, ({ customerId }) => customerId)].map(([customerId, own]) => ({
        customerId,
        orderNumbers: own.map(({ number }) => number).sort(),
      })),
      toRemind,
      moved,
      reviewsOver,
      lapsed: all.filter((one) => lapsedLines(one, context).length > 0).map(({ order }) => order.number),
    };

    async function isUnderWay(number: OrderNumber): Promise<boolean> {
      return (await noticesOf(sql, number)).some(({ state }) => state === 'waiting');
    }
  },
});

/** The notice an order owes; looked for only where something waits for stock and has a day that counts. */
async function noticeOf(
  known: OrderUnderRule,
  look: { readonly isLearned: boolean; readonly estimate: Estimate },
  context: ToolContext,
): Promise<OwedNotice | null> {
  const { order, lines, standing } = known;
  const mayOwe = standing.lines.some(
    ({ lapse, orderLineId }) => lapse && lines.some(({ id, state }) => id === orderLineId && WAITS.has(state)),
  );
  return mayOwe ? owedNotice(order, context, { ...look, known }) : null;
}
