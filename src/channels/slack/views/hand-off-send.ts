import { z } from 'zod';
import { defineView } from '../define-view.js';
import { HandOffValue } from '../hand-off-value.js';
import { sendReply } from '../send-reply.js';

/** Send, under the preview of a reply. */
export default defineView({
  id: 'hand-off-send',
  keeps: HandOffValue.extend({ text: z.string() }),
  answers: z.object({}),
  run: (_answers, { conversation, text }, handling) => sendReply({ conversationId: conversation, text }, handling),
});
