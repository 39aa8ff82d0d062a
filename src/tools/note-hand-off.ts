import { z } from 'zod';
import { addEntry } from '../store/hand-off-entries.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { staffPerson } from './staff-person.js';
import { NoneOpen, OfConversation, withOpenHandOff } from './with-open-hand-off.js';

/** Keeps a note of the team's about a conversation. It has no way to the shopper. */
export const noteHandOff = defineTool({
  name: 'note_hand_off',
  effect: 'record',
  audience: STAFF,
  description: 'Keep an internal note about a conversation that was handed over. The customer never sees it.',
  input: OfConversation.extend({
    text: z.string().trim().min(1).max(4_000),
    /** The message in Slack it was written as. */
    source: z.string().max(100).optional(),
  }),
  output: z.discriminatedUnion('kind', [OfConversation.extend({ kind: z.literal('noted') }), NoneOpen]),
  audited: ({ conversationId }) => ({ conversationId }),
  authorize: () => true,
  run: ({ conversationId, text, source }, context) =>
    withOpenHandOff(conversationId, context, async ({ handOffId }, tx) => {
      const by = staffPerson(context);
      await addEntry(tx, { handOffId, conversationId, kind: 'note', by, text, ...(source && { source }) });
      return { kind: 'noted' as const, conversationId };
    }),
});
