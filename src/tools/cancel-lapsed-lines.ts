import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findCustomer } from '../store/customers.js';
import { addDelayMail } from '../store/delay-mails.js';
import { lockOrder, type OrderRecord } from '../store/orders.js';
import { CancelDone, commitCancelling, workOutCancelling } from './cancellation.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { type LapsedLine, lapsedLines } from './lapsed-lines.js';
import { ordersUnderRule } from './orders-under-rule.js';
import { noticeAddress } from './owed-notice.js';
import { inTransaction } from './transaction.js';

/**
 * Cancels what the delay rule counts as cancelled (16 CFR 435.2(c)), with the refund that is owed since then, and tells the
 * customer by mail. Looked at anew while the order is held: what shipped, or was agreed to, is no such thing.
 */
export const cancelLapsedLines = defineTool({
  name: 'cancel_lapsed_lines',
  effect: 'record',
  audience: ['system'],
  description: 'Cancel and refund the lines of an order that the delay rule counts as cancelled.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [...CancelDone.options, z.object({ kind: z.literal('none_lapsed') })]),
  authorize: () => true,
  async run({ orderNumber }, context) {
    const order = await lockOrder(inTransaction(context), orderNumber);
    const [one] = order ? await ordersUnderRule(context, [orderNumber]) : [];
    const lapsed = one ? lapsedLines(one, context) : [];
    if (!order || lapsed.length === 0) return { kind: 'none_lapsed' as const };
    const ids = new Set(lapsed.map(({ line }) => line.id));
    const outcome = await workOutCancelling(order, ({ id }) => ids.has(id), context);
    if (outcome.kind !== 'proposed') return { kind: 'none_lapsed' as const };
    const rows = [...new Set(lapsed.map(({ row }) => row))].sort().join(', ');
    const done = await commitCancelling(outcome.recap, context, `by the delay rule, row ${rows}`);
    await tell(order, lapsed, done, context);
    return done;
  },
});

async function tell(
  order: OrderRecord,
  lapsed: readonly LapsedLine[],
  { kind, items, refundAmount, refundMethod, refundBy }: z.infer<typeof CancelDone>,
  context: ToolContext,
): Promise<void> {
  const customer = await findCustomer(context.sql, order.customerId);
  const recipient = await noticeAddress(order, context);
  if (!context.mail.connected || !customer || recipient === null) return;
  await addDelayMail(inTransaction(context), {
    kind: 'cancellation',
    mailId: `cancellation-${items.map(({ orderLineId }) => orderLineId).join('-and-')}`,
    daysBefore: null,
    recipient,
    at: context.now,
    facts: {
      orderNumber: order.number,
      customerName: customer.name,
      refundMethod,
      items,
      refundAmount,
      refundBy,
      because: lapsed.some(({ row }) => row === '8') ? 'not_told' : 'not_answered',
      isRequested: kind === 'requested',
    },
  });
}
