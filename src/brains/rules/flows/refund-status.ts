import { getRefundStatus } from '../../../tools/get-refund-status.js';
import { asksOfMoneyDue } from '../asks-of-money-due.js';
import { call, defineFlow, say, tell } from '../flow.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';
import { lookUpOrder, tellLapsed } from '../tell-lapsed.js';

/** "where is my refund?" */
export default defineFlow({
  name: 'refund_status',
  intents: ['refund_status'],
  hears: asksOfMoneyDue,
  needs: [identity, order],
  steps: [
    call(getRefundStatus, ({ slots }) => (slots.orderNumber ? [{ orderNumber: slots.orderNumber }] : []), {
      found: ({ refunds }) => [tell('refund-status', { refunds }, ['Talk to a person'])],
      not_found: () => [tell('order-not-found')],
    }),
    lookUpOrder,
    ...tellLapsed,
    say(({ slots: { orderNumber } }) => [tell('no-refund', { orderNumber }, ['Cancel an item', 'Talk to a person'])]),
  ],
});
