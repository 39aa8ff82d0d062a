import { z } from 'zod';
import { settleMail } from '../store/customer-message-ways.js';
import { lockCustomerMessage } from '../store/customer-messages.js';
import { defineTool } from './define-tool.js';
import { MailResult, Settled, stateAfter } from './mail-outcome.js';
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
    result: MailResult,
    mailId: z.string(),
    subject: z.string(),
    body: z.string(),
  }),
  output: Settled,
  // the words hold a link that nobody but the customer may press
  audited: ({ messageId, result, mailId }) => ({ messageId, result, mailId }),
  authorize: () => true,
  async run({ messageId, result, ...mail }, context) {
    const tx = inTransaction(context);
    const message = await lockCustomerMessage(tx, messageId);
    const state = stateAfter(result);
    if (!message || !(await settleMail(tx, messageId, state, mail, context.now))) return { kind: 'over' as const };
    if (state === 'sent') await keepPromises(message, context);
    return { kind: 'settled' as const };
  },
});
