import { sentence, words } from '../blocks/build.js';
import { OfPurchaseOrder, openChase } from '../chase-supplier.js';
import { defineAction } from '../define-action.js';

/** Opens what to ask the supplier of an order. */
export default defineAction({
  id: 'supplier:chase',
  value: OfPurchaseOrder,
  open: ({ po }, handling) => openChase(po, handling),
  run: async (_asked, { reply }) => [reply(sentence(words('That took too long to open. Please try once more.')))],
});
