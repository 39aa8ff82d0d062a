import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import { lockHandOff } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { leaveHandOff } from './leave-hand-off.js';
import { STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** What came of a hand-off that a person closes. */
export const CLOSING = ['solved', 'follow_up', 'no_answer', 'not_needed'] as const;

/** Ends a hand-off with what came of it; the shopper is told, and the assistant answers again. */
export const closeHandOff = defineTool({
  name: 'close_hand_off',
  effect: 'record',
  audience: STAFF,
  description: 'Close a conversation’s request for a person, saying what came of it.',
  input: z.object({
    conversationId: ConversationId,
    outcome: z.enum(CLOSING),
    /** In the team's own words; the customer does not see it. */
    note: z.string().trim().min(1).max(1_000).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('closed'), conversationId: ConversationId, outcome: z.enum(CLOSING) }),
    z.object({ kind: z.literal('none_open'), conversationId: ConversationId }),
  ]),
  audited: ({ conversationId, outcome }) => ({ conversationId, outcome }),
  authorize: () => true,
  async run({ conversationId, outcome, note }, context) {
    const tx = inTransaction(context);
    const open = await lockHandOff(tx, conversationId);
    if (!open) return { kind: 'none_open' as const, conversationId };
    await leaveHandOff(tx, open, { kind: 'closed', outcome, note }, context);
    return { kind: 'closed' as const, conversationId, outcome };
  },
});
