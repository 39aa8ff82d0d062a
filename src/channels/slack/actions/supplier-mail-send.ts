import { OfDraft, sendChase } from '../chase-supplier.js';
import { defineAction } from '../define-action.js';

/** Sends a drafted mail as it is. */
export default defineAction({
  id: 'supplier-mail:send',
  value: OfDraft,
  run: ({ po, mailId }, handling) => sendChase({ po, mailId }, handling),
});
