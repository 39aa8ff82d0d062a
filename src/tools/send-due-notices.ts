import { z } from 'zod';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { causeAmong } from '../store/delay-looks.js';
import { addNotice, noticesOf } from '../store/delay-notices.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { noticeAddress, owedNotice } from './owed-notice.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * Puts in the delay notices that are due to one customer. Each order is looked at anew while it is held: what is not due
 * any more is left out, and what a refused mail told already is a person's to see to.
 */
export const sendDueNotices = defineTool({
  name: 'send_due_notices',
  effect: 'record',
  audience: ['system'],
  description: 'Send one customer the delay notices that list_due_notices named.',
  input: z.object({
    customerId: CustomerId,
    orderNumbers: z.array(OrderNumber).min(1),
    /** What was learned that made them due; none where a day drew near. */
    promiseIds: z.array(z.int()).default([]),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), noticeIds: z.array(z.string()).min(1) }),
    z.object({ kind: z.literal('none_due') }),
    z.object({ kind: z.literal('mail_not_connected') }),
  ]),
  authorize: () => true,
  async run({ customerId, orderNumbers, promiseIds }, context) {
    const tx = inTransaction(context);
    if (!context.mail.connected) return { kind: 'mail_not_connected' as const };
    const noticeIds: string[] = [];
    for (const orderNumber of [...orderNumbers].sort()) {
      const order = await lockOrder(tx, orderNumber);
      if (order?.customerId !== customerId) continue;
      const before = await noticesOf(tx, orderNumber);
      const owed = await owedNotice(order, context);
      const recipient = await noticeAddress(order, context);
      if (!owed?.isDue || recipient === null || before.some(({ state }) => state === 'waiting')) continue;
      if (before.some(({ state, recipient: to }) => state === 'bounced' && to === recipient)) continue;
      const noticeId = `notice-${orderNumber}-${before.length + 1}`;
      const lineIds = owed.facts.lines.map(({ orderLineId }) => orderLineId);
      await addNotice(tx, {
        noticeId,
        recipient,
        facts: owed.facts,
        madeBy: principalId(context.principal),
        cause: await causeAmong(tx, lineIds, promiseIds),
        at: context.now,
      });
      noticeIds.push(noticeId);
    }
    const [first, ...rest] = noticeIds;
    return first ? { kind: 'queued' as const, noticeIds: [first, ...rest] } : { kind: 'none_due' as const };
  },
});
