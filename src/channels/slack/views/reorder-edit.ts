import { z } from 'zod';
import { previewReorder } from '../../../tools/preview-reorder.js';
import { sentence, words } from '../blocks/build.js';
import { refusedWords } from '../cards/reorder-words.js';
import { defineView } from '../define-view.js';
import { OfItem, Units } from '../reorder-goods.js';
import { previewOrder } from '../reorder-modals.js';

/** How many to order: the purchase order is shown as its supplier will read it. */
export default defineView({
  id: 'reorder-edit',
  keeps: OfItem,
  answers: z.object({ units: Units }),
  async check({ units }, { sku }, { call }): Promise<Record<string, string>> {
    const shown = await call(previewReorder, { sku, units });
    return shown.kind === 'wrong_units' || shown.kind === 'above_all_limits' ? { units: refusedWords(shown).text } : {};
  },
  next: async ({ units }, { sku }, { call }) => previewOrder(await call(previewReorder, { sku, units })),
  run: async (_answers, _keeps, { reply }) => [
    reply(sentence(words('The preview took too long to open, and nothing was ordered. Please try once more.'))),
  ],
});
