import { z } from 'zod';
import { MESSAGE_TOPICS } from '../knowledge/message-policy.js';
import { lockCustomerMessage } from '../store/customer-messages.js';
import { keepWishes } from '../store/notification-wishes.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Ends mails of the kind somebody pressed the link of. What the law asks for, and receipts, still come by mail. */
export const stopUpdates = defineTool({
  name: 'stop_updates',
  effect: 'record',
  audience: ['system'],
  description: 'End mails of one kind to a customer who pressed the link in one of them.',
  input: z.object({ messageId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('stopped'), topic: z.enum(MESSAGE_TOPICS) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ messageId }, context) {
    const tx = inTransaction(context);
    const message = await lockCustomerMessage(tx, messageId);
    const topic = message && context.rules.messages.ways[message.kind]?.topic;
    if (!message || !topic) return { kind: 'not_found' as const };
    await keepWishes(tx, {
      customerId: message.customerId,
      wishes: [{ channel: 'email', topic, wanted: false }],
      words: null,
      source: 'unsubscribe_link',
      at: context.now,
    });
    return { kind: 'stopped' as const, topic };
  },
});
