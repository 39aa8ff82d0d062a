import { getOffer } from '../../../tools/get-offer.js';
import { grantOffer } from '../../../tools/grant-offer.js';
import { call, defineFlow, RECAP, type Scene, tell } from '../flow.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';
import { demandsShare } from '../situation-signs.js';

const forOrder = ({ slots: { orderNumber } }: Scene) => (orderNumber ? [{ orderNumber }] : []);
const NEXT = ['When will it ship?', 'Talk to a person'];

const none = ({ orderNumber, because }: { orderNumber: string; because: string }) => [
  because === 'already_has_offer'
    ? tell('offer-already', { orderNumber }, NEXT)
    : tell('no-offer', { orderNumber, because }, NEXT),
];

/** "give me 50% off": what policy allows, once, put as a question; the gate takes the answer. */
export default defineFlow({
  name: 'compensation',
  intents: ['compensation'],
  hears: demandsShare,
  needs: [identity, order],
  steps: [
    call(getOffer, forOrder, { none, not_found: () => [tell('order-not-found')] }),
    call(grantOffer, forOrder, { proposed: () => [RECAP], none, not_found: () => [tell('order-not-found')] }),
  ],
});
