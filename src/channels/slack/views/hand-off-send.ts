import { z } from 'zod';
import { sentence, words } from '../blocks/build.js';
import { defineView } from '../define-view.js';
import { HandOffValue } from '../hand-off-value.js';
import { sendReply } from '../send-reply.js';

/** Send, under the preview of a reply. Its thread shows it; whoever wrote from elsewhere is told where. */
export default defineView({
  id: 'hand-off-send',
  keeps: HandOffValue.extend({ text: z.string() }),
  answers: z.object({}),
  async run(_answers, { conversation, text }, handling) {
    const failed = await sendReply({ conversationId: conversation, text }, handling);
    const isElsewhere = handling.place?.channel !== handling.team.channels.handOffs;
    if (failed.length > 0 || !isElsewhere) return failed;
    return [handling.reply(sentence(words('Sent. What they answer comes to the thread in the hand-offs channel.')))];
  },
});
