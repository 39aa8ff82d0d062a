import { z } from 'zod';
import { defineView } from '../define-view.js';
import { nothingOpen, previewReply } from '../hand-off-modals.js';
import { HandOffValue, openFacts, overWords } from '../hand-off-value.js';

/** What a modal can carry to the next one, with room for where it was opened. */
const MOST_CARRIED = 2_400;

/** A reply was written: it is shown as the shopper will see it, and sends nothing yet. */
export default defineView({
  id: 'hand-off-reply',
  keeps: HandOffValue,
  answers: z.object({ text: z.string({ error: 'Write something.' }).trim().min(1, { error: 'Write something.' }) }),
  check: async ({ text }) =>
    JSON.stringify(text).length > MOST_CARRIED ? { text: 'Please shorten it a little, or send it in two parts.' } : {},
  async next({ text }, keeps, handling) {
    const facts = await openFacts(keeps, handling);
    return facts ? previewReply(facts, text, handling.staff.name?.split(' ')[0] ?? null) : nothingOpen();
  },
  run: async (_answers, _keeps, handling) => [overWords(handling)],
});
