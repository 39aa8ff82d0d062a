import { sentence, words } from '../blocks/build.js';
import { OfDraft, withChase } from '../chase-supplier.js';
import { defineAction } from '../define-action.js';
import { previewChase } from '../supplier-mail-modals.js';

/** Shows a drafted mail as the supplier will read it. */
export default defineAction({
  id: 'supplier-mail:preview',
  value: OfDraft,
  open: ({ po }, handling) => withChase(po, handling, (chase) => previewChase({ ...chase, isEdited: false })),
  run: async (_asked, { reply }) => [reply(sentence(words('That took too long to open. Please try once more.')))],
});
