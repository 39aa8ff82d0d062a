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
  description: 'List the conversations in which a person was asked for and has not taken over, the urgent first.',
  input: z.object({}),
  output: z.object({
    kind: z.literal('found'),
    handOffs: z.array(
      z.object({
        conversationId: ConversationId,
        reason: z.string(),
        urgency: z.enum(['normal', 'high']),
        owner: z.enum(STAFF).nullable(),
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
      handOffs: open.map(({ conversationId, reason, urgency, owner, askedAt, dueAt }) => ({
        conversationId,
        reason,
        urgency,
        owner: owner ?? null,
        askedAt,
        dueAt: dueAt ?? null,
      })),
    };
  },
});
