import { z } from 'zod';
import { ConversationId, OrderNumber } from '../../../domain/kernel/ids.js';
import { checkReplyText } from '../../../tools/check-reply-text.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { OfferWorth } from '../../../tools/offer-worth.js';
import { sentence, words } from '../blocks/build.js';
import { defineView } from '../define-view.js';
import { previewOfferWords } from '../draft-modals.js';
import { faultOf, tooLong } from '../reply-faults.js';

/** Edited words of an offer: what stops them is said at the field; else they are shown as the customer will see them. */
export default defineView({
  id: 'offer-words',
  keeps: z.object({
    order: OrderNumber,
    conversation: ConversationId.nullable(),
    giving: z.object({ offer: OfferKindName, worth: OfferWorth }),
  }),
  answers: z.object({ text: z.string({ error: 'Write something.' }).trim().min(1, { error: 'Write something.' }) }),
  async check({ text }, { order, giving }, { call }) {
    return tooLong(text) ?? faultOf(await call(checkReplyText, { orderNumber: order, text, giving }));
  },
  next: async ({ text }, keeps, { staff }) => previewOfferWords({ ...keeps, text }, staff.name?.split(' ')[0] ?? null),
  run: async (_answers, _keeps, { reply }) => [
    reply(sentence(words('The preview took too long to open, and nothing was given. Please try once more.'))),
  ],
});
