import { z } from 'zod';
import { defineView } from '../define-view.js';
import { decide, OfReorder, Units, Why } from '../reorder-goods.js';

/** Orders another number of units than was asked for. */
export default defineView({
  id: 'reorder-change',
  keeps: OfReorder,
  answers: z.object({ units: Units, reason: Why }),
  run: ({ units, reason }, { reorderId }, handling) =>
    decide({ reorderId, decision: { kind: 'change', units, reason } }, handling),
});
