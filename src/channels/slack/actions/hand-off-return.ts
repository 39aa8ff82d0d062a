import { returnToAssistant } from '../../../tools/return-to-assistant.js';
import { defineAction } from '../define-action.js';
import { HandOffValue, overWords } from '../hand-off-value.js';

/** Return to bot. */
export default defineAction({
  id: 'hand-off:return',
  value: HandOffValue,
  async run({ conversation }, handling) {
    const { kind } = await handling.call(returnToAssistant, { conversationId: conversation });
    return kind === 'none_open' ? [overWords(handling)] : [];
  },
});
