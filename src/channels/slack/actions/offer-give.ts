import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { giveOffer } from '../../../tools/give-offer.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { OfferWorth } from '../../../tools/offer-worth.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { KIND_WORDS, refusalWords } from '../cards/offer-words.js';
import { defineAction } from '../define-action.js';
import type { Command } from '../define-command.js';
import { SLASH } from '../say.js';

/** Gives an offer that is within the limits of whoever presses. The tool judges it anew. */
export default defineAction({
  id: 'offer:give',
  value: z.object({ order: OrderNumber, offer: OfferKindName, worth: OfferWorth }),
  async run({ order, offer, worth }, { call, replace, commands }) {
    const given = await call(giveOffer, { orderNumber: order, offer, worth });
    switch (given.kind) {
      case 'granted': {
        const state = given.offerState === 'granted' ? 'is given' : 'is asked of the shop and counts on its receipt';
        return [
          replace(
            sentence(mrkdwn`Done: ${KIND_WORDS[offer]} for order ${order} ${state}. ${toldWords(order, commands)}`),
          ),
        ];
      }
      case 'needs_approval':
        return [replace(sentence(mrkdwn`Nothing was given: that is above your limit now and needs a ${given.by}.`))];
      case 'refused':
        return [replace(sentence(mrkdwn`Nothing was given: ${refusalWords(given.because)}.`))];
      case 'not_found':
        return [replace(sentence(mrkdwn`There is no order ${order}.`))];
    }
  },
});

/** Giving tells the customer nothing by itself. */
const toldWords = (order: OrderNumber, commands: readonly Command[]) =>
  commands.some(({ name }) => name === 'reply')
    ? mrkdwn`The customer is not told by this; \`${SLASH} reply ${order}\` drafts the message.`
    : mrkdwn`The customer is not told by this; please tell them.`;
