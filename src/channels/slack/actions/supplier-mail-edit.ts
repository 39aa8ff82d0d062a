import { sentence, words } from '../blocks/build.js';
import { OfDraft, openChase } from '../chase-supplier.js';
import { defineAction } from '../define-action.js';

/** Opens a drafted mail to edit. */
export default defineAction({
  id: 'supplier-mail:edit',
  value: OfDraft,
  open: ({ po }, handling) => openChase(po, handling),
  run: async (_asked, { reply }) => [reply(sentence(words('That took too long to open. Please try once more.')))],
});
