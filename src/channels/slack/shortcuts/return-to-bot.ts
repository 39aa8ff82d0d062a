import { returnToAssistant } from '../../../tools/return-to-assistant.js';
import { defineShortcut } from '../define-shortcut.js';
import { overWords } from '../hand-off-value.js';
import { notInThread, threadOf } from '../thread-of.js';

/** On a message in a hand-off's thread: the assistant answers again. */
export default defineShortcut({
  id: 'return-to-bot',
  type: 'message',
  title: 'Return to bot',
  description: 'Give the conversation of this hand-off back to the assistant',
  async run(called, handling) {
    const hand = await threadOf(called, handling);
    if (!hand) return [notInThread(handling)];
    const { kind } = await handling.call(returnToAssistant, { conversationId: hand.conversation });
    return kind === 'none_open' ? [overWords(handling)] : [];
  },
});
