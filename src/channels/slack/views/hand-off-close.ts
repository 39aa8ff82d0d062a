import { z } from 'zod';
import { CLOSING, closeHandOff } from '../../../tools/close-hand-off.js';
import { defineView } from '../define-view.js';
import { HandOffValue, overWords } from '../hand-off-value.js';

/** Close, with what came of it. */
export default defineView({
  id: 'hand-off-close',
  keeps: HandOffValue,
  answers: z.object({
    outcome: z.enum(CLOSING, { error: 'Choose what came of it.' }),
    note: z.string().nullish(),
  }),
  async run({ outcome, note }, { conversation }, handling) {
    const words = note?.trim() ? { note: note.trim() } : {};
    const { kind } = await handling.call(closeHandOff, { conversationId: conversation, outcome, ...words });
    return kind === 'none_open' ? [overWords(handling)] : [];
  },
});
