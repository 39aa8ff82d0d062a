import type { Intent } from '../../language/intents.js';

/** What a "which of these do you mean?" button says for a wish. Manners have none: nobody is asked whether they greet. */
export const INTENT_TITLES: Partial<Record<Intent, string>> = {
  order_status: 'Where is my order?',
  eta: 'When will it ship?',
  delay_reason: 'Why is it late?',
  queue_position: 'Where am I in line?',
  stock_question: 'Is a product in stock?',
  keep_waiting: 'Keep waiting for it',
  cancel: 'Cancel something',
  change_order: 'Change what I ordered',
  change_address: 'Change the address',
  substitute: 'Something similar instead',
  split_shipment: 'Ship what is ready now',
  shipping_upgrade: 'Get it faster',
  compensation: 'Something for the delay',
  refund_request: 'Get my money back',
  refund_status: 'Where is my refund?',
  return_exchange: 'Return or exchange something',
  item_problem: 'Something is wrong with an item',
  payment_problem: 'A question about a payment',
  notify_me: 'Updates about my order',
  policy_question: 'How the shop works',
  bot_identity: 'What can you do?',
  human: 'Talk to a person',
  privacy_request: 'My personal data',
  opt_out: 'No more messages',
};

/** The way out when none of the offered wishes is meant. */
export const SOMETHING_ELSE = 'Something else';
