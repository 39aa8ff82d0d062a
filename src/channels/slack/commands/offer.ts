import { previewOffer } from '../../../tools/preview-offer.js';
import { optional } from '../arguments/argument.js';
import { orderNumber } from '../arguments/ids.js';
import { offerWanted } from '../arguments/offers.js';
import { offerCard } from '../cards/offer-card.js';
import { defineCommand } from '../define-command.js';
import { offerModal } from '../offer-modal.js';

/** `/backorder offer 1042 discount 10%`: an offer with its cost and limits, before it is given. */
export default defineCommand({
  name: 'offer',
  usage: 'offer 1042 discount 10%',
  summary: 'something for the wait: a discount, credit, points, a gift',
  // the offer first: its amount is no order number
  arguments: { wanted: optional(offerWanted), order: orderNumber },
  async open({ order, wanted }) {
    return wanted?.worth ? null : offerModal(order, wanted?.offer ?? null);
  },
  async run({ order, wanted }, { call, reply, todayOn }) {
    if (!wanted?.worth) return [];
    const { offer, worth } = wanted;
    const preview = await call(previewOffer, { orderNumber: order, offer, worth });
    return [reply(offerCard(preview, worth, todayOn))];
  },
});
