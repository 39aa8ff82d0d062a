import type { Sending } from '../agreed-modal.js';
import { button } from '../blocks/build.js';

/** The two ways to a customer's word: to ask them in their chat, or to write down what they said elsewhere. */
export const askButtons = (value: Sending) => [
  button({ text: 'Ask the customer', action: 'sending:ask', value: { order: value.order, choice: value.choice } }),
  button({ text: 'They agreed elsewhere', action: 'sending:agreed', value: { ...value } }),
];
