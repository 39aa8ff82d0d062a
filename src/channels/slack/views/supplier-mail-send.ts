import { z } from 'zod';
import { OfPurchaseOrder, sendChase } from '../chase-supplier.js';
import { defineView } from '../define-view.js';

/** Send, under a mail as the supplier will read it. */
export default defineView({
  id: 'supplier-mail-send',
  keeps: OfPurchaseOrder.extend({ mailId: z.string().nullable(), text: z.string().nullable() }),
  answers: z.object({}),
  run: (_answers, { po, mailId, text }, handling) => sendChase({ po, mailId, text: text ?? undefined }, handling),
});
