import { defineShortcut } from '../define-shortcut.js';
import { writeReply } from '../hand-off-modals.js';
import { openOver } from '../hand-off-value.js';
import { readTyped } from '../read-typed.js';
import { notInThread, threadOf } from '../thread-of.js';

/** On a message in a hand-off's thread; words that a colleague wrote there are put into the draft. */
export default defineShortcut({
  id: 'reply-to-shopper',
  type: 'message',
  title: 'Reply to the shopper',
  description: 'Write to the customer of this hand-off, with a preview before it goes',
  async open(called, handling) {
    const hand = await threadOf(called, handling);
    if (!hand) return null;
    const { message } = called;
    const isOurs = message === null || 'bot_id' in message || 'app_id' in message;
    const draft = isOurs ? '' : readTyped(message.text ?? '', handling.team).replace(/^reply:\s*/i, '');
    return openOver(hand, handling, (facts) => writeReply(facts, draft));
  },
  run: async (_called, handling) => [notInThread(handling)],
});
