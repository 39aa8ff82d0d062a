import { z } from 'zod';
import { findReorder } from '../store/reorders.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { ReorderRequest, reorderRequest } from './reorder-situation.js';

/** A request to order goods as it stands. */
export const getReorder = defineTool({
  name: 'get_reorder',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Show a request to order goods: what, why, who asked, who may allow it and how it ended.',
  input: z.object({ reorderId: z.int() }),
  output: z.discriminatedUnion('kind', [
    ReorderRequest.extend({ kind: z.literal('found') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ reorderId }, { sql }) {
    const record = await findReorder(sql, reorderId);
    return record ? { kind: 'found' as const, ...reorderRequest(record) } : { kind: 'not_found' as const };
  },
});
