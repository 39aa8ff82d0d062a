import { z } from 'zod';
import { noteHandOff } from '../../../tools/note-hand-off.js';
import { defineView } from '../define-view.js';
import { HandOffValue, overWords } from '../hand-off-value.js';

/** A note was written. */
export default defineView({
  id: 'hand-off-note',
  keeps: HandOffValue,
  answers: z.object({ text: z.string({ error: 'Write something.' }).trim().min(1, { error: 'Write something.' }) }),
  async run({ text }, { conversation }, handling) {
    const { kind } = await handling.call(noteHandOff, { conversationId: conversation, text });
    return kind === 'none_open' ? [overWords(handling)] : [];
  },
});
