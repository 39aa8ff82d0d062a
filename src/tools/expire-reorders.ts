import { z } from 'zod';
import { expireReorders as expire } from '../store/reorders.js';
import { defineTool } from './define-tool.js';
import { showReorder } from './show-reorder.js';
import { inTransaction } from './transaction.js';

/** Ends the requests to order goods that nobody answered in time. */
export const expireReorders = defineTool({
  name: 'expire_reorders',
  effect: 'record',
  audience: ['system'],
  description: 'End requests to order goods whose time is over.',
  input: z.object({}),
  output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('expired'), reorderIds: z.array(z.int()) })]),
  authorize: () => true,
  async run(_input, context) {
    const reorderIds = await expire(inTransaction(context), context.now);
    for (const reorderId of reorderIds) await showReorder(reorderId, context);
    return { kind: 'expired' as const, reorderIds };
  },
});
