import { z } from 'zod';
import { MESSAGE_TOPICS } from '../knowledge/message-policy.js';
import { findCustomerMessage } from '../store/customer-messages.js';
import { wishesOf } from '../store/notification-wishes.js';
import { defineTool } from './define-tool.js';

/** What the link in a mail would stop, and whether that is so already. Changes nothing. */
export const lookAtUpdates = defineTool({
  name: 'look_at_updates',
  effect: 'read',
  audience: ['system'],
  description: 'Tell what the link to no more mails would stop.',
  input: z.object({ messageId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['open', 'stopped']), topic: z.enum(MESSAGE_TOPICS) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ messageId }, { sql, rules }) {
    const message = await findCustomerMessage(sql, messageId);
    const topic = message && rules.messages.ways[message.kind]?.topic;
    if (!message || !topic) return { kind: 'not_found' as const };
    const wishes = await wishesOf(sql, message.customerId);
    const isStopped = wishes.some((wish) => wish.channel === 'email' && wish.topic === topic && !wish.wanted);
    return { kind: isStopped ? ('stopped' as const) : ('open' as const), topic };
  },
});
