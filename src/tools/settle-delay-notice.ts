import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findNotice, keepToldByNotice, settleNotice } from '../store/delay-notices.js';
import { addDelayRecord } from '../store/delay-records.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/**
 * Keeps what became of a notice: the exact words, and for each line the evidence that 435.2(d) asks for. One that the
 * mail server refused is on record as bounced and counts as none, so that the duty stays.
 */
export const settleDelayNotice = defineTool({
  name: 'settle_delay_notice',
  effect: 'record',
  audience: ['system'],
  description: 'Record that a delay notice was accepted for delivery, or refused, with its exact words.',
  input: z.object({
    noticeId: z.string(),
    result: z.enum(['accepted', 'bounced']),
    messageId: z.string(),
    subject: z.string(),
    body: z.string(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('settled') }),
    z.object({ kind: z.literal('over') }),
  ]),
  // the words hold links that nobody but the customer may press
  audited: ({ noticeId, result, messageId }) => ({ noticeId, result, messageId }),
  authorize: () => true,
  async run({ noticeId, result, ...words }, context) {
    const tx = inTransaction(context);
    const known = await findNotice(tx, noticeId);
    const order = known && (await lockOrder(tx, known.facts.orderNumber));
    const notice = order && (await findNotice(tx, noticeId));
    if (!order || notice?.state !== 'waiting') return { kind: 'over' as const };
    const { facts } = notice;
    const at = context.now;
    await settleNotice(tx, noticeId, { state: result === 'accepted' ? 'sent' : 'bounced', ...words }, at);
    for (const { orderLineId, revisedShipBy } of facts.lines)
      await addDelayRecord(tx, {
        kind: 'notice_sent',
        noticeId,
        // the record cannot be changed, so neither can the words unseen
        textRef: `delay_notices ${noticeId} sha256:${sha256(words.body)}`,
        revisedShipBy,
        reason: revisedShipBy === null ? 'out of stock, no confirmed delivery' : 'out of stock, later delivery',
        offersCancel: true,
        answerIsFree: true,
        deliveries: [{ channel: 'email', result }],
        orderLineId,
        at,
        source: 'email',
      });
    if (result === 'accepted')
      await keepToldByNotice(tx, { noticeId, facts, customerId: order.customerId, toldAt: at });
    return { kind: 'settled' as const };
  },
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
