import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { draftOffer } from '../../../tools/draft-offer.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { OfferWorth } from '../../../tools/offer-worth.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { refusalWords } from '../cards/offer-words.js';
import { defineAction } from '../define-action.js';
import { editOffer } from '../draft-modals.js';

/** Shows the words that tell of an offer within the limits of whoever presses; nothing is given before they are sent. */
export default defineAction({
  id: 'offer:give',
  value: z.object({ order: OrderNumber, offer: OfferKindName, worth: OfferWorth }),
  async open({ order, ...giving }, { call }) {
    const draft = await call(draftOffer, { orderNumber: order, giving });
    return draft.kind === 'drafted' ? editOffer(draft, giving) : null;
  },
  async run({ order, ...giving }, { call, reply, replace }) {
    const draft = await call(draftOffer, { orderNumber: order, giving });
    switch (draft.kind) {
      case 'drafted':
        return [
          reply(sentence(mrkdwn`The preview took too long to open, and nothing was given. Please try once more.`)),
        ];
      case 'needs_approval':
        return [replace(sentence(mrkdwn`Nothing was given: that is above your limit now and needs a ${draft.by}.`))];
      case 'refused':
        return [replace(sentence(mrkdwn`Nothing was given: ${refusalWords(draft.because)}.`))];
      case 'no_offer':
      case 'not_found':
        return [replace(sentence(mrkdwn`There is no order ${order}.`))];
    }
  },
});
