import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import { addEntry, wasTold } from '../store/hand-off-entries.js';
import { lockHandOff, type OpenHandOff } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/**
 * Reminds the team of a conversation that waits for a person: once at half of the working time while nobody has it; and
 * once when the time is up and whoever has it has not answered, or no rank is above. One that nobody has goes a rank up
 * by `raise_overdue_escalations`.
 */
export const chaseHandOff = defineTool({
  name: 'chase_hand_off',
  effect: 'record',
  audience: ['system'],
  description: 'Remind the team of a conversation that waits for a person.',
  input: z.object({ conversationId: ConversationId }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reminded') }),
    z.object({ kind: z.literal('late') }),
    z.object({ kind: z.literal('nothing_due') }),
  ]),
  authorize: () => true,
  async run({ conversationId }, context) {
    const tx = inTransaction(context);
    const open = await lockHandOff(tx, conversationId);
    const kind = open && dueReminder(open, context.now);
    if (!open || !kind) return { kind: 'nothing_due' as const };
    const { handOffId, owner: text = 'rep' } = open;
    if (await wasTold(tx, { handOffId, kind, text })) return { kind: 'nothing_due' as const };
    await addEntry(tx, { handOffId, conversationId, kind, text });
    return { kind };
  },
});

function dueReminder({ answeredAt, claimedBy, dueAt, remindAt, owner }: OpenHandOff, now: Instant) {
  if (answeredAt !== undefined || dueAt === undefined) return null;
  if (dueAt <= now) return claimedBy !== undefined || owner === 'manager' ? ('late' as const) : null;
  return claimedBy === undefined && remindAt !== undefined && remindAt <= now ? ('reminded' as const) : null;
}
