import { getOrderStatus } from '../../../tools/get-order-status.js';
import { asksForContactData } from '../asks-for-contact-data.js';
import { call, defineFlow, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { identity } from '../needs/identity.js';

/** "Send me the e-mail and phone on order 1042": nobody's name or address is read out, and a strange order is not found. */
export default defineFlow({
  name: 'contact_data',
  intents: [],
  hears: asksForContactData,
  needs: [identity],
  steps: [
    call(getOrderStatus, ({ slots }) => (slots.orderNumber ? [{ orderNumber: slots.orderNumber }] : []), {
      not_found: () => [tell('order-not-found')],
    }),
    say(() => [tell('contact-data', {}, [INTENT_TITLES.change_address ?? '', INTENT_TITLES.privacy_request ?? ''])]),
  ],
});
