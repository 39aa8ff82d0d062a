import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { draftOffer } from '../../../tools/draft-offer.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';
import { editOffer } from '../draft-modals.js';

/** Shows the words that tell of an offer that was approved and given, to send them. */
export default defineAction({
  id: 'offer:tell',
  value: z.object({ order: OrderNumber }),
  async open({ order }, { call }) {
    const draft = await call(draftOffer, { orderNumber: order });
    return draft.kind === 'drafted' ? editOffer(draft, null) : null;
  },
  async run({ order }, { call, reply }) {
    const { kind } = await call(draftOffer, { orderNumber: order });
    return [
      reply(
        sentence(
          kind === 'drafted'
            ? mrkdwn`The draft took too long to open. Please try once more.`
            : mrkdwn`Order ${order} has no offer any more, so there is nothing to tell.`,
        ),
      ),
    ];
  },
});
