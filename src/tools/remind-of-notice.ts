import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { addDelayMail } from '../store/delay-mails.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { dueReminders } from './due-reminders.js';
import { ordersUnderRule } from './orders-under-rule.js';
import { inTransaction } from './transaction.js';

/** Reminds a customer by mail that silence is about to cancel what a notice told of: on each day of the policy once. */
export const remindOfNotice = defineTool({
  name: 'remind_of_notice',
  effect: 'record',
  audience: ['system'],
  description: 'Send the reminders that are due before an unanswered delay notice cancels an order.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), mailIds: z.array(z.string()).min(1) }),
    z.object({ kind: z.literal('none_due') }),
  ]),
  authorize: () => true,
  async run({ orderNumber }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    const [one] = order ? await ordersUnderRule(context, [orderNumber]) : [];
    const mailIds: string[] = [];
    for (const { daysBefore, recipient, facts } of one ? await dueReminders(one, context) : []) {
      const mailId = `reminder-${facts.noticeId}-${daysBefore}`;
      const reminder = { kind: 'reminder' as const, facts, mailId, recipient, daysBefore, at: context.now };
      if (await addDelayMail(tx, reminder)) mailIds.push(mailId);
    }
    return mailIds.length > 0 ? { kind: 'queued' as const, mailIds } : { kind: 'none_due' as const };
  },
});
