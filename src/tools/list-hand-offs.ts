import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import { openHandOffs } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

/** Which conversations wait for a person, the urgent first, each with its owner and by when somebody must look. */
export const listHandOffs = defineTool({
  name: 'list_hand_offs',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List the conversations in which a person was asked for and that nobody has closed, the urgent first.',
  input: z.object({}),
  output: z.object({
    kind: z.literal('found'),
    handOffs: z.array(
      z.object({
        conversationId: ConversationId,
        reason: z.string(),
        urgency: z.enum(['normal', 'high']),
        /** Null while they have not shown who they are. */
        customerName: z.string().nullable(),
        owner: z.enum(STAFF).nullable(),
        /** Who of the team has it; null while nobody has. */
        claimedBy: z.string().nullable(),
        claimedName: z.string().nullable(),
        /** A person has answered. */
        isAnswered: z.boolean(),
        askedAt: Instant,
        dueAt: Instant.nullable(),
      }),
    ),
  }),
  authorize: () => true,
  async run(_input, { sql }) {
    const open = await openHandOffs(sql);
    return {
      kind: 'found' as const,
      handOffs: open.map(({ conversationId, reason, urgency, askedAt, answeredAt, ...handOff }) => ({
        ...{ conversationId, reason, urgency, askedAt, isAnswered: answeredAt !== undefined },
        customerName: handOff.customerName ?? null,
        owner: handOff.owner ?? null,
        claimedBy: handOff.claimedBy ?? null,
        claimedName: handOff.claimedName ?? null,
        dueAt: handOff.dueAt ?? null,
      })),
    };
  },
});
