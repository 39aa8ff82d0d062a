import { quoteSplit } from '../../../tools/quote-split.js';
import { splitShipment } from '../../../tools/split-shipment.js';
import { call, defineFlow, RECAP, type Scene, tell } from '../flow.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';

const forOrder = ({ slots: { orderNumber } }: Scene) => (orderNumber ? [{ orderNumber }] : []);
const NEXT = ['When will it ship?', 'Talk to a person'];

type About = { orderNumber: string };
const cannot = {
  being_asked: ({ orderNumber }: About) => [tell('split-being-asked', { orderNumber }, NEXT)],
  all_ready: ({ orderNumber }: About) => [tell('split-all-ready', { orderNumber }, ['Where is my order?'])],
  nothing_ready: ({ orderNumber }: About) => [tell('split-nothing-ready', { orderNumber }, NEXT)],
  already_split: ({ orderNumber }: About) => [tell('split-already', { orderNumber }, ['Where is my order?'])],
  nothing_left: ({ orderNumber }: About) => [tell('nothing-left', { orderNumber }, ['Where is my order?'])],
  not_found: () => [tell('order-not-found')],
};

/** "ship what you have now and the rest later": what goes when and what it costs, put as a question; the gate takes the answer. */
export default defineFlow({
  name: 'split_shipment',
  intents: ['split_shipment'],
  needs: [identity, order],
  steps: [call(quoteSplit, forOrder, cannot), call(splitShipment, forOrder, { proposed: () => [RECAP], ...cannot })],
});
