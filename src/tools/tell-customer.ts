import { z } from 'zod';
import { lockCustomerMessage } from '../store/customer-messages.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Tells a customer what was put in to be told them, by the ways they want. */
export const tellCustomer = defineTool({
  name: 'tell_customer',
  effect: 'record',
  audience: ['system'],
  description: 'Tell a customer what was put in to be told them, by the ways they want.',
  input: z.object({ messageId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ messageId }, context) {
    const message = await lockCustomerMessage(inTransaction(context), messageId);
    return { kind: message?.state === 'waiting' ? ('waiting' as const) : ('over' as const) };
  },
});
