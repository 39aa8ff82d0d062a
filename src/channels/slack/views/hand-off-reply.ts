import { z } from 'zod';
import { checkHandOffText } from '../../../tools/check-hand-off-text.js';
import { defineView } from '../define-view.js';
import { nothingOpen, previewReply } from '../hand-off-modals.js';
import { HandOffValue, openFacts, overWords } from '../hand-off-value.js';
import { faultOf, tooLong } from '../reply-faults.js';

/** A reply was written: it is shown as the shopper will see it, and sends nothing yet. */
export default defineView({
  id: 'hand-off-reply',
  keeps: HandOffValue,
  answers: z.object({ text: z.string({ error: 'Write something.' }).trim().min(1, { error: 'Write something.' }) }),
  async check({ text }, { conversation }, { call }) {
    return tooLong(text) ?? faultOf(await call(checkHandOffText, { conversationId: conversation, text }));
  },
  async next({ text }, keeps, handling) {
    const facts = await openFacts(keeps, handling);
    return facts ? previewReply(facts, text, handling.staff.name?.split(' ')[0] ?? null) : nothingOpen();
  },
  run: async (_answers, _keeps, handling) => [overWords(handling)],
});
