import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import { addEntry, entryOfSource } from '../store/hand-off-entries.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { staffPerson } from './staff-person.js';
import { inTransaction } from './transaction.js';

/** Follows an edit or a deletion, in Slack, of what somebody wrote there. A reply that went out stays as it is. */
export const amendHandOffNote = defineTool({
  name: 'amend_hand_off_note',
  effect: 'record',
  audience: STAFF,
  description: 'Change or take back an internal note about a conversation.',
  input: z.object({
    conversationId: ConversationId,
    source: z.string().max(100),
    /** Null when it was deleted. */
    text: z.string().trim().max(4_000).nullable(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('amended') }),
    /** It was a reply, and the customer has it. */
    z.object({ kind: z.literal('already_sent') }),
    z.object({ kind: z.literal('unknown') }),
  ]),
  audited: ({ conversationId, source }) => ({ conversationId, source }),
  authorize: () => true,
  async run({ conversationId, source, text }, context) {
    const tx = inTransaction(context);
    const entry = await entryOfSource(tx, source);
    if (!entry) return { kind: 'unknown' as const };
    if (entry.kind === 'reply') return { kind: 'already_sent' as const };
    const { handOffId } = entry;
    const by = staffPerson(context);
    const change = text === null ? { kind: 'note_deleted' as const } : { kind: 'note_changed' as const, text };
    await addEntry(tx, { handOffId, conversationId, by, source, ...change });
    return { kind: 'amended' as const };
  },
});
