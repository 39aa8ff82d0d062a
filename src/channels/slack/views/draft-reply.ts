import { z } from 'zod';
import { ConversationId, OrderNumber } from '../../../domain/kernel/ids.js';
import { checkReplyText } from '../../../tools/check-reply-text.js';
import { sentence, words } from '../blocks/build.js';
import { defineView } from '../define-view.js';
import { previewDraft } from '../draft-modals.js';
import { faultOf, tooLong } from '../reply-faults.js';

/** An edited draft: what stops it is said at the field; else it is shown as the customer will see it. */
export default defineView({
  id: 'draft-reply',
  keeps: z.object({ order: OrderNumber, conversation: ConversationId.nullable() }),
  answers: z.object({ text: z.string({ error: 'Write something.' }).trim().min(1, { error: 'Write something.' }) }),
  async check({ text }, { order }, { call }) {
    return tooLong(text) ?? faultOf(await call(checkReplyText, { orderNumber: order, text }));
  },
  next: async ({ text }, { conversation }, { staff }) =>
    previewDraft(text, conversation, staff.name?.split(' ')[0] ?? null),
  run: async (_answers, _keeps, { reply }) => [
    reply(sentence(words('The preview took too long to open, and nothing was sent. Please try once more.'))),
  ],
});
