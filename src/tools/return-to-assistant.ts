import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import { lockHandOff } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { leaveHandOff } from './leave-hand-off.js';
import { STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** Gives a conversation back to the assistant; the shopper is told so. */
export const returnToAssistant = defineTool({
  name: 'return_to_assistant',
  effect: 'record',
  audience: STAFF,
  description: 'Give a conversation back to the assistant, which answers again from here on.',
  input: z.object({ conversationId: ConversationId }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('returned'), conversationId: ConversationId }),
    z.object({ kind: z.literal('none_open'), conversationId: ConversationId }),
  ]),
  authorize: () => true,
  async run({ conversationId }, context) {
    const tx = inTransaction(context);
    const open = await lockHandOff(tx, conversationId);
    if (!open) return { kind: 'none_open' as const, conversationId };
    await leaveHandOff(tx, open, { kind: 'returned', outcome: 'returned' }, context);
    return { kind: 'returned' as const, conversationId };
  },
});
