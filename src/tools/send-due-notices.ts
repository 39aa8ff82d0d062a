import { z } from 'zod';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { causeAmong } from '../store/delay-looks.js';
import { noticesOf } from '../store/delay-notices.js';
import { openNoticeReviews } from '../store/notice-reviews.js';
import type { OrderRecord } from '../store/orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { holdOrders } from './hold-notices.js';
import { makeNotices, type NoticeToMake } from './make-notices.js';
import { noticeAddress, owedNotice } from './owed-notice.js';
import { isStaff, STAFF } from './principal.js';
import { mayGo } from './review-notice.js';

/**
 * Puts in one mail with all delay notices that are due to one customer. Each order is looked at anew while it is held:
 * what is not due any more, or what a person is asked about first, is left out. By themselves they go when their time has come; on a person's word when they are
 * owed, and also to an address that refused one.
 */
export const sendDueNotices = defineTool({
  name: 'send_due_notices',
  effect: 'record',
  audience: [...STAFF, 'system'],
  description: 'Send one customer, in one mail, the delay notices that are owed on some of their orders.',
  input: z.object({
    customerId: CustomerId,
    orderNumbers: z.array(OrderNumber).min(1),
    /** What was learned that made them due; none where a day drew near. */
    promiseIds: z.array(z.int()).default([]),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), noticeIds: z.array(z.string()).min(1) }),
    z.object({ kind: z.literal('none_due') }),
    /** A person's task: by letter. */
    z.object({ kind: z.literal('no_address') }),
    z.object({ kind: z.literal('mail_not_connected') }),
  ]),
  authorize: () => true,
  async run({ customerId, orderNumbers, promiseIds }, context) {
    if (!context.mail.connected) return { kind: 'mail_not_connected' as const };
    const held = await holdOrders(orderNumbers, context);
    const reviews = await openNoticeReviews(context.sql);
    const due: NoticeToMake[] = [];
    for (const order of held) {
      if (order.customerId !== customerId) continue;
      const facts = await factsDue(order, promiseIds.length > 0, context);
      if (!facts || !(await mayGo(order, facts.sendBy, reviews.get(order.number), context))) continue;
      const lineIds = facts.lines.map(({ orderLineId }) => orderLineId);
      due.push({ order, facts, cause: await causeAmong(context.sql, lineIds, promiseIds) });
    }
    const [first, ...rest] = due;
    if (!first) return { kind: 'none_due' as const };
    const recipient = await noticeAddress(first.order, context);
    if (recipient === null) return { kind: 'no_address' as const };
    return {
      kind: 'queued' as const,
      noticeIds: await makeNotices([first, ...rest], { customerId, recipient }, context),
    };
  },
});

async function factsDue(
  order: OrderRecord,
  isLearned: boolean,
  context: ToolContext,
): Promise<NoticeToMake['facts'] | null> {
  if ((await noticesOf(context.sql, order.number)).some(({ state }) => state === 'waiting')) return null;
  const owed = await owedNotice(order, context, { isLearned });
  return owed && (owed.isDue || isStaff(context.principal)) ? owed.facts : null;
}
