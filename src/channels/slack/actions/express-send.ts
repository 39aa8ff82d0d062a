import { sendAsAgreed } from '../../../tools/send-as-agreed.js';
import { Sending } from '../agreed-modal.js';
import { sentence } from '../blocks/build.js';
import { sentWords } from '../cards/sending-words.js';
import { defineAction } from '../define-action.js';

/** Sends an order by express where that costs the customer nothing. The tool works it out anew. */
export default defineAction({
  id: 'express:send',
  value: Sending,
  async run({ order, choice, recapId }, { call, replace }) {
    const sent = await call(sendAsAgreed, { orderNumber: order, choice, recapId, heard: null });
    return [replace(sentence(sentWords(order, sent)))];
  },
});
