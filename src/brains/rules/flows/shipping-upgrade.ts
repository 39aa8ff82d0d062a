import { quoteUpgrade } from '../../../tools/quote-upgrade.js';
import { upgradeShipping } from '../../../tools/upgrade-shipping.js';
import { call, defineFlow, RECAP, type Scene, tell } from '../flow.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';

const forOrder = ({ slots: { orderNumber } }: Scene) => (orderNumber ? [{ orderNumber }] : []);

type About = { orderNumber: string };
const cannot = {
  being_asked: ({ orderNumber }: About) => [
    tell('express-being-asked', { orderNumber }, ['When will it ship?', 'Talk to a person']),
  ],
  already_express: ({ orderNumber }: About) => [
    tell('already-express', { orderNumber }, ['When will it ship?', 'Talk to a person']),
  ],
  nothing_left: ({ orderNumber }: About) => [tell('nothing-left', { orderNumber }, ['Where is my order?'])],
  not_found: () => [tell('order-not-found')],
};

/** "can you make it express?": what it costs and gains, put as a question; the gate takes the answer. */
export default defineFlow({
  name: 'shipping_upgrade',
  intents: ['shipping_upgrade'],
  needs: [identity, order],
  steps: [
    call(quoteUpgrade, forOrder, cannot),
    call(upgradeShipping, forOrder, { proposed: () => [RECAP], ...cannot }),
  ],
});
