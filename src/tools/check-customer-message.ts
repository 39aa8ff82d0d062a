import { z } from 'zod';
import { dropWay, waysOf } from '../store/customer-message-ways.js';
import { lockCustomerMessage } from '../store/customer-messages.js';
import { mailsAbout } from '../store/order-mails.js';
import { ordersIn } from './choose-ways.js';
import { defineTool } from './define-tool.js';
import { frameOf } from './message-frame.js';
import { whyNoMore } from './message-still-holds.js';
import { inTransaction } from './transaction.js';
import { wordMessageMail } from './word-customer-message.js';

/** Looks at a message to a customer once more as its mail is about to go out, and words it; or drops the mail, with the reason on record. */
export const checkCustomerMessage = defineTool({
  name: 'check_customer_message',
  effect: 'record',
  audience: ['system'],
  description:
    'Check, at the moment of sending, that a message to a customer still tells what is so, and word its mail.',
  input: z.object({
    messageId: z.string(),
    /** Where the customer can ask for no more of these. */
    stopLink: z.string(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('send'),
      recipient: z.string(),
      words: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
      /** Whether the customer may ask for no more of these. */
      mayStop: z.boolean(),
      /** The order's mails before this one, oldest first. */
      earlierMessageIds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('dropped'), because: z.string() }),
    z.object({ kind: z.literal('over') }),
  ]),
  // the link is a secret of the customer's
  audited: ({ messageId }) => ({ messageId }),
  authorize: () => true,
  async run({ messageId, stopLink }, context) {
    const tx = inTransaction(context);
    const message = await lockCustomerMessage(tx, messageId);
    const way = (await waysOf(tx, messageId)).find(({ channel }) => channel === 'email');
    if (!message || way?.state !== 'waiting' || way.recipient === null) return { kind: 'over' as const };
    const because = await whyNoMore(message, context);
    if (because !== null) {
      await dropWay(tx, messageId, 'email', because, context.now);
      return { kind: 'dropped' as const, because };
    }
    const mayStop = context.rules.messages.ways[message.kind]?.topic !== null;
    const [order] = ordersIn(message);
    return {
      kind: 'send' as const,
      recipient: way.recipient,
      words: wordMessageMail(message, await frameOf(message, context), mayStop ? stopLink : null),
      mayStop,
      earlierMessageIds: order ? await mailsAbout(tx, order) : [],
    };
  },
});
