import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { findCustomer } from '../../../tools/find-customer.js';
import { sayCount, sayDate, sayMoney } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section, sentence, words } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { SLASH } from '../say.js';
import { ORDER_STATES } from './order-words.js';
import { TIER_WORDS } from './tier-words.js';

type Found = z.infer<typeof findCustomer.output>;
type Customer = Extract<Found, { kind: 'found' }>['customers'][number];

const LONGEST_NAME = 80;

const NOBODY: Readonly<Record<'email' | 'phone' | 'order' | 'name', string>> = {
  email: 'Nobody has that e-mail address.',
  phone: 'Nobody has that phone number.',
  order: 'There is no such order.',
  name: 'Nobody is called that.',
};
const WAYS = mrkdwn`I look by e-mail address (its beginning will do), phone number, order number, or any part of a name, such as \`${SLASH} find silva\`.`;

/** Who was found, each with what of theirs is open. What was looked for is not repeated: it may be an address. */
export function customersCard(found: Found, todayOn: LocalDate): Message {
  if (found.kind === 'too_little') return sentence(mrkdwn`That is too little to tell anybody by. ${WAYS}`);
  if (found.kind === 'none') return sentence(mrkdwn`${NOBODY[found.by]} ${WAYS}`);
  const { customers, more } = found;
  const counted = customers.length + more;
  const title = mrkdwn`${counted === 1 ? 'One customer' : sayCount(counted, 'customer')} found`;
  return message(title, [
    ...customers.flatMap((customer) => [
      section(lines([whoWords(customer), ...orderLines(customer, todayOn)])),
      ...(customer.orders.length > 0 ? [openButtons(customer)] : []),
    ]),
    ...(more > 0
      ? [context(mrkdwn`… and ${more} more. Write more of the name, or an address, to find the one you mean.`)]
      : []),
  ]);
}

const whoWords = ({ customerName, tier, isBusiness, lifetimeValue }: Customer): Mrkdwn =>
  mrkdwn`*${clip(customerName, LONGEST_NAME)}* · ${TIER_WORDS[tier]}${isBusiness ? ' · business' : ''} · ${sayMoney(lifetimeValue)} with the shop so far`;

function orderLines({ orders, openOrders }: Customer, todayOn: LocalDate): Mrkdwn[] {
  if (orders.length === 0) return [words('No open orders.')];
  const more = openOrders - orders.length;
  return [
    ...orders.map(({ orderNumber, state, placedOn, items, itemsWaiting }) => {
      const waits =
        itemsWaiting === 0 ? 'nothing of it waits' : `${itemsWaiting} of ${sayCount(items, 'item')} waiting`;
      return mrkdwn`${orderNumber}  ${ORDER_STATES[state]}, ${waits}, placed ${sayDate(placedOn, todayOn)}`;
    }),
    ...(more > 0 ? [mrkdwn`… and ${sayCount(more, 'open order')} more`] : []),
  ];
}

const openButtons = ({ orders }: Customer) =>
  actions(
    ...orders.map(({ orderNumber }) =>
      button({
        text: `Open order ${orderNumber}`,
        action: `order:open:${orderNumber}`,
        value: { order: orderNumber },
      }),
    ),
  );
