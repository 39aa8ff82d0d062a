import { z } from 'zod';
import { groupBy } from '../domain/kernel/group-by.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { waitingOrders } from '../store/delay-looks.js';
import { noticesOf } from '../store/delay-notices.js';
import { defineTool } from './define-tool.js';
import { dueReminders } from './due-reminders.js';
import { lapsedLines } from './lapsed-lines.js';
import { ordersUnderRule } from './orders-under-rule.js';
import { owedNotice, WAITS } from './owed-notice.js';

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
  }),
  authorize: () => true,
  async run({ promiseIds }, context) {
    const { sql, mail } = context;
    const some = promiseIds && (await waitingOrders(sql, promiseIds));
    const all = await ordersUnderRule(context, some);
    const due: (typeof all)[number]['order'][] = [];
    const toRemind: OrderNumber[] = [];
    for (const one of mail.connected ? all : []) {
      const mayOwe = one.standing.lines.some(
        ({ lapse, orderLineId }) => lapse && one.lines.some(({ id, state }) => id === orderLineId && WAITS.has(state)),
      );
      if (
        mayOwe &&
        (await owedNotice(one.order, context, { isLearned: some !== undefined }))?.isDue &&
        !(await isUnderWay(one.order.number))
      )
        due.push(one.order);
      if ((await dueReminders(one, context)).length > 0) toRemind.push(one.order.number);
    }
    return {
      kind: 'listed' as const,
      notices: [...groupBy(due, ({ customerId }) => customerId)].map(([customerId, own]) => ({
        customerId,
        orderNumbers: own.map(({ number }) => number).sort(),
      })),
      toRemind,
      lapsed: all.filter((one) => lapsedLines(one, context).length > 0).map(({ order }) => order.number),
    };

    async function isUnderWay(number: OrderNumber): Promise<boolean> {
      return (await noticesOf(sql, number)).some(({ state }) => state === 'waiting');
    }
  },
});
