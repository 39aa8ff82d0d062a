import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { OfferWorth } from '../../../tools/offer-worth.js';
import { requestApproval } from '../../../tools/request-approval.js';
import { sayMoment } from '../../../wording/formats.js';
import { sentence } from '../blocks/build.js';
import { mention, mrkdwn } from '../blocks/mrkdwn.js';
import { offerWords, refusalWords } from '../cards/offer-words.js';
import { defineAction } from '../define-action.js';

/** Asks those who may for an offer above the limits of whoever presses. The card goes to the approvals channel. */
export default defineAction({
  id: 'offer:request',
  value: z.object({ order: OrderNumber, offer: OfferKindName, worth: OfferWorth }),
  async run({ order, offer, worth }, { call, replace, policy, todayOn }) {
    const asked = await call(requestApproval, { orderNumber: order, offer, worth });
    switch (asked.kind) {
      case 'requested': {
        const until = sayMoment(asked.expiresAt, policy.zone, todayOn);
        return [
          replace(
            sentence(
              mrkdwn`Asked: ${offerWords(asked.asked)} for order ${order}. A ${asked.authority} has until ${until}; I tell you here what comes of it.`,
            ),
          ),
        ];
      }
      case 'waits_already':
        return [
          replace(
            sentence(
              mrkdwn`A request for order ${order} waits already: ${offerWords(asked.asked)}, asked for by ${mention(asked.requestedBy)}.`,
            ),
          ),
        ];
      case 'within_limit':
        return [replace(sentence(mrkdwn`That is within your own limit now. Please call it up anew and send it.`))];
      case 'refused':
        return [replace(sentence(mrkdwn`Not asked: ${refusalWords(asked.because)}.`))];
      case 'not_found':
        return [replace(sentence(mrkdwn`There is no order ${order}.`))];
    }
  },
});
