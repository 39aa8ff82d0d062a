import { z } from 'zod';
import { defineTool } from './define-tool.js';
import { leaveHandOff } from './leave-hand-off.js';
import { STAFF } from './principal.js';
import { NoneOpen, OfConversation, withOpenHandOff } from './with-open-hand-off.js';

/** What came of a hand-off that a person closes. */
export const CLOSING = ['solved', 'follow_up', 'no_answer', 'not_needed'] as const;

/** Ends a hand-off with what came of it; the shopper is told, and the assistant answers again. */
export const closeHandOff = defineTool({
  name: 'close_hand_off',
  effect: 'record',
  audience: STAFF,
  description: 'Close a conversation’s request for a person, saying what came of it.',
  input: OfConversation.extend({
    outcome: z.enum(CLOSING),
    /** In the team's own words; the customer does not see it. */
    note: z.string().trim().min(1).max(1_000).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    OfConversation.extend({ kind: z.literal('closed'), outcome: z.enum(CLOSING) }),
    NoneOpen,
  ]),
  audited: ({ conversationId, outcome }) => ({ conversationId, outcome }),
  authorize: () => true,
  run: ({ conversationId, outcome, note }, context) =>
    withOpenHandOff(conversationId, context, async (open, tx) => {
      await leaveHandOff(tx, open, { kind: 'closed', outcome, note }, context);
      return { kind: 'closed' as const, conversationId, outcome };
    }),
});
