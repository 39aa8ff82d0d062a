import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { endReviews } from '../store/notice-reviews.js';
import { defineTool } from './define-tool.js';
import { holdOrders } from './hold-notices.js';
import { owedNotice } from './owed-notice.js';
import { inTransaction } from './transaction.js';

/** Ends the reviews of notices that are not owed any more. */
export const endNoticeReviews = defineTool({
  name: 'end_notice_reviews',
  effect: 'record',
  audience: ['system'],
  description: 'End the reviews of delay notices that are not owed any more.',
  input: z.object({ orderNumbers: z.array(OrderNumber).min(1) }),
  output: z.object({ kind: z.literal('ended'), orderNumbers: z.array(OrderNumber) }),
  authorize: () => true,
  async run({ orderNumbers }, context) {
    const tx = inTransaction(context);
    const stillOwed = new Set<OrderNumber>();
    for (const order of await holdOrders(orderNumbers, context))
      if (await owedNotice(order, context)) stillOwed.add(order.number);
    const over = orderNumbers.filter((number) => !stillOwed.has(number)).sort();
    await endReviews(tx, over);
    return { kind: 'ended' as const, orderNumbers: over };
  },
});
