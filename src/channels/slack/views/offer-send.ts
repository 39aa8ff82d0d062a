import { z } from 'zod';
import { ConversationId, OrderNumber } from '../../../domain/kernel/ids.js';
import { giveOffer } from '../../../tools/give-offer.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { OfferWorth } from '../../../tools/offer-worth.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { KIND_WORDS, refusalWords } from '../cards/offer-words.js';
import { defineView } from '../define-view.js';

/** Send, under the preview of an offer: gives it and tells the customer in one deed. The tool judges it anew. */
export default defineView({
  id: 'offer-send',
  keeps: z.object({
    order: OrderNumber,
    conversation: ConversationId.nullable(),
    text: z.string(),
    giving: z.object({ offer: OfferKindName, worth: OfferWorth }),
  }),
  answers: z.object({}),
  async run(_answers, { order, conversation, text, giving }, { call, reply }) {
    const tell = conversation === null ? {} : { tell: { conversationId: conversation, text } };
    const given = await call(giveOffer, { orderNumber: order, ...giving, ...tell });
    switch (given.kind) {
      case 'granted': {
        const state = given.offerState === 'granted' ? 'is given' : 'is asked of the shop and counts on its receipt';
        const told =
          conversation === null
            ? mrkdwn`The customer has not been told: they have no open chat.`
            : mrkdwn`The customer is told; the thread in the hand-offs channel shows whether it went out, and what they answer.`;
        return [reply(sentence(mrkdwn`Done: ${KIND_WORDS[giving.offer]} for order ${order} ${state}. ${told}`))];
      }
      case 'needs_approval':
        return [reply(sentence(mrkdwn`Nothing was given: that is above your limit now and needs a ${given.by}.`))];
      case 'refused':
        return [reply(sentence(mrkdwn`Nothing was given or sent: ${refusalWords(given.because)}.`))];
      case 'not_found':
        return [reply(sentence(mrkdwn`There is no order ${order}.`))];
    }
  },
});
