import { defineAction } from '../define-action.js';
import { OfReorder } from '../reorder-goods.js';
import { changeReorder } from '../reorder-modals.js';

/** Asks how many to order instead. */
export default defineAction({
  id: 'reorder:change',
  value: OfReorder,
  open: async ({ reorderId }) => changeReorder(reorderId),
});
