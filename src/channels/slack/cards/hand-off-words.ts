import type { StaffPolicy } from '../../../knowledge/staff-policy.js';
import type { StaffRole } from '../../../tools/principal.js';
import { type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';

const RANKS: Readonly<Record<StaffRole, string>> = {
  rep: 'representatives',
  lead: 'leads',
  manager: 'managers',
};

/** Calls everybody of a rank by name; the rank in words where nobody of it is known by name. */
export function callRank(rank: StaffRole, { people }: StaffPolicy): Mrkdwn {
  const called = people.filter(({ role }) => role === rank).map(({ slack }) => mention(slack));
  if (called.length === 0) return mrkdwn`${RANKS[rank]}`;
  const [first, ...rest] = called;
  return rest.reduce((all, one) => mrkdwn`${all} ${one}`, first as Mrkdwn);
}

/** How people call a channel of conversation. */
export const channelName = (channel: string): string => CHANNEL_NAMES[channel] ?? channel;

const CHANNEL_NAMES: Readonly<Record<string, string>> = { web: 'web chat', sms: 'text messages' };

/** What the assistant did for a shopper, by the tool it called. */
const TRIED: Readonly<Record<string, string>> = {
  identify_shopper: 'checked who they are',
  list_orders: 'listed their orders',
  get_order_status: 'looked up the order',
  get_line_eta: 'told the dates',
  get_queue_position: 'told the place in the queue',
  get_delay_status: 'looked at the delay',
  record_delay_choice: 'took their choice on the delay',
  find_substitutes: 'looked for a replacement',
  get_offer: 'looked for an offer',
  grant_offer: 'gave an offer',
  quote_split: 'looked at sending part ahead',
  split_shipment: 'proposed to send part ahead',
  quote_upgrade: 'looked at express shipping',
  upgrade_shipping: 'proposed express shipping',
  swap_line: 'proposed a replacement',
  cancel_line: 'proposed to cancel an item',
  cancel_order: 'proposed to cancel the order',
  change_address: 'proposed a new address',
};

/** "looked up the order, told the dates"; a tool of no such words is called by its name. */
export const triedWords = (tried: readonly { readonly tool: string }[]): string =>
  tried
    .filter(({ tool }) => tool !== 'request_person')
    .map(({ tool }) => TRIED[tool] ?? tool.replaceAll('_', ' '))
    .join(', ');
