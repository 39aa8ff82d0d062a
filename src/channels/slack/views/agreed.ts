import { z } from 'zod';
import { HEARD_HOW } from '../../../store/words-heard.js';
import { sendAsAgreed } from '../../../tools/send-as-agreed.js';
import { Sending } from '../agreed-modal.js';
import { sentence } from '../blocks/build.js';
import { sentWords } from '../cards/sending-words.js';
import { defineView } from '../define-view.js';

/** Sends an order as the customer agreed to outside a chat, with their words kept. */
export default defineView({
  id: 'agreed',
  keeps: Sending,
  answers: z.object({
    how: z.enum(HEARD_HOW, { error: 'Choose one.' }),
    said: z.string({ error: 'Write what they said.' }).trim().min(1, { error: 'Write what they said.' }).max(500),
  }),
  async run(heard, { order, choice, recapId }, { call, reply }) {
    return [
      reply(sentence(sentWords(order, await call(sendAsAgreed, { orderNumber: order, choice, recapId, heard })))),
    ];
  },
});
