import { previewReorder } from '../../../tools/preview-reorder.js';
import { sentence, words } from '../blocks/build.js';
import { defineAction } from '../define-action.js';
import { OfItem } from '../reorder-goods.js';
import { editReorder } from '../reorder-modals.js';

/** Opens what to order of an item. */
export default defineAction({
  id: 'reorder:open',
  value: OfItem,
  open: async ({ sku }, { call, todayOn }) => editReorder(await call(previewReorder, { sku }), todayOn),
  run: async (_asked, { reply }) => [reply(sentence(words('That took too long to open. Please try once more.')))],
});
