import { z } from 'zod';
import { defineTool } from './define-tool.js';
import { leaveHandOff } from './leave-hand-off.js';
import { STAFF } from './principal.js';
import { NoneOpen, OfConversation, withOpenHandOff } from './with-open-hand-off.js';

/** Gives a conversation back to the assistant; the shopper is told so. */
export const returnToAssistant = defineTool({
  name: 'return_to_assistant',
  effect: 'record',
  audience: STAFF,
  description: 'Give a conversation back to the assistant, which answers again from here on.',
  input: OfConversation,
  output: z.discriminatedUnion('kind', [OfConversation.extend({ kind: z.literal('returned') }), NoneOpen]),
  authorize: () => true,
  run: ({ conversationId }, context) =>
    withOpenHandOff(conversationId, context, async (open, tx) => {
      await leaveHandOff(tx, open, { kind: 'returned', outcome: 'returned' }, context);
      return { kind: 'returned' as const, conversationId };
    }),
});
