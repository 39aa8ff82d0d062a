import { z } from 'zod';
import { keepRating } from '../store/conversation-insight.js';
import { defineTool } from './define-tool.js';
import { askedIn } from './principal.js';
import { inTransaction } from './transaction.js';

/** Keeps what a customer said when asked whether the conversation helped. Their last word counts. */
export const rateConversation = defineTool({
  name: 'rate_conversation',
  effect: 'record',
  audience: ['shopper'],
  description: 'Keep whether the customer says that this conversation helped. Only after they were asked.',
  input: z.object({ helped: z.boolean() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('kept'), helped: z.boolean() }),
    z.object({ kind: z.literal('no_conversation') }),
  ]),
  authorize: () => true,
  async run({ helped }, context) {
    const conversationId = askedIn(context.principal);
    if (!conversationId) return { kind: 'no_conversation' as const };
    await keepRating(inTransaction(context), { conversationId, helped, at: context.now });
    return { kind: 'kept' as const, helped };
  },
});
