import { z } from 'zod';
import { Sku } from '../../../domain/kernel/ids.js';
import { answerQueue } from '../commands/queue.js';
import { defineAction } from '../define-action.js';

/** The same as `/backorder queue`, from a card that speaks of an item. */
export default defineAction({
  id: 'queue:show',
  value: z.object({ sku: Sku }),
  run: ({ sku }, handling) => answerQueue({ item: sku, units: null }, handling),
});
