import { z } from 'zod';
import { keepHeardReview } from '../store/conversation-insight.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Keeps what a person decided about a message that was not understood: it is listed no more. */
export const reviewMisheard = defineTool({
  name: 'review_misheard',
  effect: 'record',
  audience: ['manager', 'system'],
  description: 'Keep what was decided about a message that was not understood.',
  input: z.object({
    id: z.int(),
    decision: z.enum(['utterance', 'scenario', 'dismissed']),
    /** The intent it teaches, the file it went to, or why it teaches nothing. */
    detail: z.string().min(1).max(500),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('kept') }),
    z.object({ kind: z.literal('decided_before') }),
  ]),
  authorize: () => true,
  async run(review, context) {
    return {
      kind: (await keepHeardReview(inTransaction(context), review)) ? ('kept' as const) : ('decided_before' as const),
    };
  },
});
