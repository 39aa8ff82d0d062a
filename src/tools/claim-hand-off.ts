import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import { lockHandOff } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { staffPerson } from './staff-person.js';
import { takeHandOff } from './take-hand-off.js';
import { inTransaction } from './transaction.js';

/**
 * Takes a conversation over from the assistant. Of two who claim it at once one gets it, and the other is told who.
 */
export const claimHandOff = defineTool({
  name: 'claim_hand_off',
  effect: 'record',
  audience: STAFF,
  description: 'Take over a conversation in which a person was asked for. The assistant falls silent in it.',
  input: z.object({ conversationId: ConversationId }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('claimed'), conversationId: ConversationId }),
    z.object({ kind: z.literal('already_yours'), conversationId: ConversationId }),
    z.object({
      kind: z.literal('held_by_other'),
      conversationId: ConversationId,
      holderId: z.string(),
      holderName: z.string().nullable(),
      since: Instant,
    }),
    z.object({ kind: z.literal('none_open'), conversationId: ConversationId }),
  ]),
  authorize: () => true,
  async run({ conversationId }, context) {
    const tx = inTransaction(context);
    const open = await lockHandOff(tx, conversationId);
    if (!open) return { kind: 'none_open' as const, conversationId };
    const { claimedBy, claimedName = null, claimedAt } = open;
    if (claimedBy === staffPerson(context).staffId) return { kind: 'already_yours' as const, conversationId };
    if (claimedBy !== undefined && claimedAt !== undefined)
      return {
        ...{ kind: 'held_by_other' as const, conversationId },
        ...{ holderId: claimedBy, holderName: claimedName, since: claimedAt },
      };
    await takeHandOff(tx, open, context);
    return { kind: 'claimed' as const, conversationId };
  },
});
