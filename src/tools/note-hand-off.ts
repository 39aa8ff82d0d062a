import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import { addEntry } from '../store/hand-off-entries.js';
import { lockHandOff } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { staffPerson } from './staff-person.js';
import { inTransaction } from './transaction.js';

/** Keeps a note of the team's about a conversation. It has no way to the shopper. */
export const noteHandOff = defineTool({
  name: 'note_hand_off',
  effect: 'record',
  audience: STAFF,
  description: 'Keep an internal note about a conversation that was handed over. The customer never sees it.',
  input: z.object({
    conversationId: ConversationId,
    text: z.string().trim().min(1).max(4_000),
    /** The message in Slack it was written as. */
    source: z.string().max(100).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('noted'), conversationId: ConversationId }),
    z.object({ kind: z.literal('none_open'), conversationId: ConversationId }),
  ]),
  audited: ({ conversationId }) => ({ conversationId }),
  authorize: () => true,
  async run({ conversationId, text, source }, context) {
    const tx = inTransaction(context);
    const open = await lockHandOff(tx, conversationId);
    if (!open) return { kind: 'none_open' as const, conversationId };
    const { handOffId } = open;
    const by = staffPerson(context);
    await addEntry(tx, { handOffId, conversationId, kind: 'note', by, text, ...(source && { source }) });
    return { kind: 'noted' as const, conversationId };
  },
});
