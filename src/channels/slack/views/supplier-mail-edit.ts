import { z } from 'zod';
import { LONGEST_SUPPLIER_MAIL } from '../../../tools/supplier-mail-facts.js';
import { sentence, words } from '../blocks/build.js';
import { OfPurchaseOrder, withChase } from '../chase-supplier.js';
import { defineView } from '../define-view.js';
import { previewChase } from '../supplier-mail-modals.js';

/** An edited mail to a supplier: shown as they will read it, then sent. */
export default defineView({
  id: 'supplier-mail-edit',
  keeps: OfPurchaseOrder.extend({ mailId: z.string().nullable() }),
  answers: z.object({
    text: z
      .string({ error: 'Write something.' })
      .trim()
      .min(1, { error: 'Write something.' })
      .max(LONGEST_SUPPLIER_MAIL, { error: 'That is too long for one mail.' }),
  }),
  next: ({ text }, { po, mailId }, handling) =>
    withChase(po, handling, (chase) =>
      previewChase({ ...chase, mailId, text, isEdited: text.trim() !== chase.text.trim() }),
    ),
  run: async (_answers, _keeps, { reply }) => [
    reply(sentence(words('The preview took too long to open, and nothing was sent. Please try once more.'))),
  ],
});
