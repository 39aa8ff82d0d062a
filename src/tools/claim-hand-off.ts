import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { staffPerson } from './staff-person.js';
import { takeHandOff } from './take-hand-off.js';
import { NoneOpen, OfConversation, withOpenHandOff } from './with-open-hand-off.js';

/**
 * Takes a conversation over from the assistant. Of two who claim it at once one gets it, and the other is told who.
 */
export const claimHandOff = defineTool({
  name: 'claim_hand_off',
  effect: 'record',
  audience: STAFF,
  description: 'Take over a conversation in which a person was asked for. The assistant falls silent in it.',
  input: OfConversation,
  output: z.discriminatedUnion('kind', [
    OfConversation.extend({ kind: z.literal('claimed') }),
    OfConversation.extend({ kind: z.literal('already_yours') }),
    OfConversation.extend({
      kind: z.literal('held_by_other'),
      holderId: z.string(),
      holderName: z.string().nullable(),
      since: Instant,
    }),
    NoneOpen,
  ]),
  authorize: () => true,
  run: ({ conversationId }, context) =>
    withOpenHandOff(conversationId, context, async (open, tx) => {
      const { claimedBy, claimedName = null, claimedAt } = open;
      if (claimedBy === staffPerson(context).staffId) return { kind: 'already_yours' as const, conversationId };
      if (claimedBy !== undefined && claimedAt !== undefined)
        return {
          ...{ kind: 'held_by_other' as const, conversationId },
          ...{ holderId: claimedBy, holderName: claimedName, since: claimedAt },
        };
      await takeHandOff(tx, open, context);
      return { kind: 'claimed' as const, conversationId };
    }),
});
