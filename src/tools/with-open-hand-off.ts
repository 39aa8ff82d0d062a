import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import type { Tx } from '../store/connect.js';
import { lockHandOff, type OpenHandOff } from '../store/hand-offs.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** What a tool about a conversation's hand-off is told. */
export const OfConversation = z.object({ conversationId: ConversationId });

/** Nobody is asked for in the conversation, or no longer. */
export const NoneOpen = OfConversation.extend({ kind: z.literal('none_open') });

/** Acts on a conversation's open hand-off with its row held, so that two who act on it take turns. */
export async function withOpenHandOff<Outcome>(
  conversationId: ConversationId,
  context: ToolContext,
  act: (open: OpenHandOff, tx: Tx) => Promise<Outcome>,
): Promise<Outcome | z.infer<typeof NoneOpen>> {
  const tx = inTransaction(context);
  const open = await lockHandOff(tx, conversationId);
  return open ? act(open, tx) : { kind: 'none_open', conversationId };
}
