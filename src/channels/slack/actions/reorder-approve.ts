import { defineAction } from '../define-action.js';
import { decide, OfReorder } from '../reorder-goods.js';

/** Allows an order as it was asked for. */
export default defineAction({
  id: 'reorder:approve',
  value: OfReorder,
  run: ({ reorderId }, handling) => decide({ reorderId, decision: { kind: 'approve' } }, handling),
});
