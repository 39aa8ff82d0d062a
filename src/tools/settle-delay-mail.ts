import { z } from 'zod';
import { findDelayMail, settleDelayMail as keepOutcome } from '../store/delay-mails.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { tellBeside } from './tell-beside.js';
import { inTransaction } from './transaction.js';

/** Keeps what became of a reminder, or of word of a cancellation, with its exact words. */
export const settleDelayMail = defineTool({
  name: 'settle_delay_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Record that a mail about a delay notice was accepted for delivery, or refused, with its exact words.',
  input: z.object({
    mailId: z.string(),
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
  audited: ({ mailId, result, messageId }) => ({ mailId, result, messageId }),
  authorize: () => true,
  async run({ mailId, result, ...words }, context) {
    const tx = inTransaction(context);
    const known = await findDelayMail(tx, mailId);
    const order = known && (await lockOrder(tx, known.facts.orderNumber));
    const mail = order && (await findDelayMail(tx, mailId));
    if (!order || mail?.state !== 'waiting') return { kind: 'over' as const };
    await keepOutcome(tx, mailId, { state: result === 'accepted' ? 'sent' : 'bounced', ...words }, context.now);
    if (result === 'bounced') return { kind: 'settled' as const };
    const beside = { customerId: order.customerId, orderNumbers: [order.number], noticeId: mailId };
    if (mail.kind === 'reminder')
      await tellBeside(tx, { kind: 'reminder', ...beside, ...mail.facts, noticeId: mailId });
    else await tellBeside(tx, { kind: 'cancellation', ...beside, ...mail.facts, lines: mail.facts.items });
    return { kind: 'settled' as const };
  },
});
