import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { NoticeFacts, noticesOf } from '../store/delay-notices.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { makeNotices } from './make-notices.js';
import { noticeAddress, owedNotice } from './owed-notice.js';
import { NO_NOTICE } from './preview-delay-notice.js';
import { STAFF } from './principal.js';
import { recapId } from './recap-id.js';
import { inTransaction } from './transaction.js';

/**
 * Sends the delay notice that an order owes its customer, by e-mail, since a chat alone may not do (docs/delay-rule.md,
 * row 14). It is put in to be sent; check_delay_notice looks once more when it goes. SOP: first delay notice.
 */
export const sendDelayNotice = defineTool({
  name: 'send_delay_notice',
  effect: 'record',
  audience: [...STAFF, 'system'],
  description: 'Send the delay notice that preview_delay_notice showed, named by its noticeTerms.',
  input: z.object({ orderNumber: OrderNumber, noticeTerms: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), noticeId: z.string(), facts: NoticeFacts }),
    /** Other than what was looked at: nothing is sent. */
    z.object({ kind: z.literal('facts_moved') }),
    ...NO_NOTICE,
  ]),
  authorize: () => true,
  async run({ orderNumber, noticeTerms }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    if (!context.mail.connected) return { kind: 'mail_not_connected' as const };
    const before = await noticesOf(tx, orderNumber);
    if (before.some(({ state }) => state === 'waiting')) return { kind: 'under_way' as const };
    const owed = await owedNotice(order, context);
    if (!owed) return { kind: 'none_owed' as const };
    const { facts } = owed;
    if (recapId(facts) !== noticeTerms) return { kind: 'facts_moved' as const };
    const recipient = await noticeAddress(order, context);
    if (recipient === null) return { kind: 'no_address' as const };
    const [noticeId] = await makeNotices(
      [{ order, facts, cause: null }],
      { customerId: order.customerId, recipient },
      context,
    );
    return { kind: 'queued' as const, noticeId, facts };
  },
});
