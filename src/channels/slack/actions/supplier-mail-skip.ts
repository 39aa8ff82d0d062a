import { OfDraft } from '../chase-supplier.js';
import { defineAction } from '../define-action.js';
import { skipModal } from '../supplier-mail-modals.js';

/** Asks why a drafted mail is not sent. */
export default defineAction({
  id: 'supplier-mail:skip',
  value: OfDraft,
  open: async (draft) => skipModal(draft),
});
