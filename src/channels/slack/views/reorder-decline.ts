import { z } from 'zod';
import { defineView } from '../define-view.js';
import { decide, OfReorder, Why } from '../reorder-goods.js';

/** Declines to order, with a reason. */
export default defineView({
  id: 'reorder-decline',
  keeps: OfReorder,
  answers: z.object({ reason: Why }),
  run: ({ reason }, { reorderId }, handling) => decide({ reorderId, decision: { kind: 'decline', reason } }, handling),
});
