/** Every wish the desk can name, in the order of its documentation. A closed list: models and flows are keyed by it. */
export const INTENTS = [
  'order_status',
  'eta',
  'delay_reason',
  'queue_position',
  'stock_question',
  'keep_waiting',
  'cancel',
  'change_order',
  'change_address',
  'substitute',
  'split_shipment',
  'shipping_upgrade',
  'compensation',
  'refund_request',
  'refund_status',
  'return_exchange',
  'item_problem',
  'payment_problem',
  'notify_me',
  'policy_question',
  'complaint',
  'human',
  'bot_identity',
  'privacy_request',
  'opt_out',
  'greeting',
  'thanks',
  'goodbye',
  'affirm',
  'deny',
  'out_of_scope',
] as const;

export type Intent = (typeof INTENTS)[number];

const NAMES: ReadonlySet<string> = new Set(INTENTS);

export const isIntent = (name: string): name is Intent => NAMES.has(name);

const SOCIAL: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'goodbye', 'affirm', 'deny']);

/** Whether a message of this intent is manners or an answer rather than a wish: "hi", "thanks", "yes". */
export const isSocial = (intent: Intent): boolean => SOCIAL.has(intent);
