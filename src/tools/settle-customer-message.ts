import { z } from 'zod';
import { settleMail } from '../store/customer-message-ways.js';
import { lockCustomerMessage } from '../store/customer-messages.js';
import { defineTool } from './define-tool.js';
import { keepPromises } from './tell-customer.js';
import { inTransaction } from './transaction.js';

/** Keeps what became of the mail of a message to a customer, with its exact words, and what it told in the promise ledger. */
export const settleCustomerMessage = defineTool({
  name: 'settle_customer_message',
  effect: 'record',
  audience: ['system'],
  description: 'Record that the mail of a message to a customer was accepted for delivery, or refused, with its words.',
  input: z.object({
    messageId: z.string(),
    result: z.enum(['accepted', 'bounced']),
    mailId: z.string(),
    subject: z.string(),
    body: z.string(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('settled') }),
    z.object({ kind: z.literal('over') }),
  ]),
  // the words hold a link that nobody but the customer may press
  audited: ({ messageId, result, mailId }) => ({ messageId, result, mailId }),
  authorize: () => true,
  async run({ messageId, result, ...mail }, context) {
    const tx = inTransaction(context);
    const message = await lockCustomerMessage(tx, messageId);
    const state = result === 'accepted' ? 'sent' : 'bounced';
    if (!message || !(await settleMail(tx, messageId, state, mail, context.now))) return { kind: 'over' as const };
    if (state === 'sent') await keepPromises(message, context);
    return { kind: 'settled' as const };
  },
});
