import { defineAction } from '../define-action.js';
import { OfReorder } from '../reorder-goods.js';
import { declineReorder } from '../reorder-modals.js';

/** Asks why goods are not ordered. */
export default defineAction({
  id: 'reorder:decline',
  value: OfReorder,
  open: async ({ reorderId }) => declineReorder(reorderId),
});
