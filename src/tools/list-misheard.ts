import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { maskPersonal } from '../language/mask-personal.js';
import { misheardMessages } from '../store/conversation-insight.js';
import { defineTool } from './define-tool.js';

const MisheardFacts = z.object({
  id: z.int(),
  at: Instant,
  channel: z.string(),
  /** The customer's words without what tells who they are. */
  text: z.string(),
  /** What it was taken for, and how sure that was. */
  wish: z.string().nullable(),
  band: z.enum(['clarify', 'reject']),
  answer: z.string().nullable(),
});
export type MisheardFacts = z.infer<typeof MisheardFacts>;

/** Messages that were not, or not surely, understood and that nobody has decided about; masked, the newest first. */
export const listMisheard = defineTool({
  name: 'list_misheard',
  effect: 'read',
  audience: ['manager', 'system'],
  description:
    'List messages of customers that were not understood, without personal data, for somebody to decide about.',
  input: z.object({ limit: z.int().min(1).max(500).default(50), id: z.int().optional() }),
  output: z.object({ kind: z.literal('listed'), messages: z.array(MisheardFacts) }),
  authorize: () => true,
  async run({ limit, id }, { sql }) {
    const messages = await misheardMessages(sql, { limit, id });
    return {
      kind: 'listed' as const,
      messages: messages.map(({ customerName, ...message }) => ({
        ...message,
        text: maskPersonal(message.text, customerName),
        answer: message.answer && maskPersonal(message.answer, customerName),
      })),
    };
  },
});
