import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { previewOffer } from '../../../tools/preview-offer.js';
import { readWorth } from '../arguments/offers.js';
import { offerCard } from '../cards/offer-card.js';
import { refusalWords } from '../cards/offer-words.js';
import { defineView } from '../define-view.js';
import { WORTH_HINT } from '../offer-modal.js';

/** Shows what an offer would cost and leave. What policy refuses is told at the field. */
export default defineView({
  id: 'offer',
  keeps: z.object({ order: OrderNumber }),
  answers: z.object({ offer: OfferKindName, worth: z.string().nullable() }),
  async check({ offer, worth: written }, { order }, { call }) {
    const worth = readWorth(offer, written ?? '');
    if (!worth) return { worth: `Write how much. ${WORTH_HINT}` };
    const preview = await call(previewOffer, { orderNumber: order, offer, worth });
    if (preview.kind === 'not_found') return { offer: `There is no order ${order}.` };
    return preview.kind === 'refused' ? { worth: `Not possible: ${refusalWords(preview.because)}.` } : {};
  },
  async run({ offer, worth: written }, { order }, { call, reply, todayOn }) {
    const worth = readWorth(offer, written ?? '');
    if (!worth) return [];
    return [reply(offerCard(await call(previewOffer, { orderNumber: order, offer, worth }), worth, todayOn))];
  },
});
