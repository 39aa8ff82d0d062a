import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { sendAsAgreed } from '../../../tools/send-as-agreed.js';
import { sayDate, sayMoney } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import { SLASH } from '../say.js';

const LONGEST_NAME = 80;
const MOST_ITEMS = 6;

/** "2 × 50 mm lens, Camera bag", at most a few. */
export function itemsWords(items: readonly { readonly lineName: string; readonly quantity: number }[]): string {
  const shown = items.slice(0, MOST_ITEMS).map(itemWords);
  return `${shown.join(', ')}${items.length > shown.length ? ` and ${items.length - shown.length} more` : ''}`;
}

export const itemWords = ({ lineName, quantity }: { readonly lineName: string; readonly quantity: number }): string =>
  `${quantity > 1 ? `${quantity} × ` : ''}${clip(lineName, LONGEST_NAME)}`;

/** When something is at the door. */
export const arrivalWords = (
  dates: { readonly arrivesLikelyOn: LocalDate; readonly arrivesCautiousOn: LocalDate },
  todayOn: LocalDate,
): string =>
  `it is there likely ${sayDate(dates.arrivesLikelyOn, todayOn)}; count on ${sayDate(dates.arrivesCautiousOn, todayOn)}`;

type Sent = z.infer<typeof sendAsAgreed.output>;
type NotSent = Exclude<Sent, { kind: 'goes_by_express' | 'goes_in_parts' }>;

const CANNOT: Readonly<Record<Exclude<NotSent['kind'], 'not_found' | 'needs_their_word' | 'facts_moved'>, string>> = {
  being_asked: 'the shop has been asked already and has not answered yet',
  already_express: 'it goes by express already',
  nothing_left: 'nothing of it is left to send',
  all_ready: 'all of it is ready and goes together',
  nothing_ready: 'nothing of it is ready yet',
  already_split: 'what is ready goes ahead already',
};

/** Why nothing can be sent faster or apart. */
export function cannotSendWords(order: string, kind: NotSent['kind']): Mrkdwn {
  switch (kind) {
    case 'not_found':
      return mrkdwn`There is no order ${order}.`;
    case 'facts_moved':
      return mrkdwn`Nothing was done: order ${order} has changed since you looked. Please call it up anew.`;
    case 'needs_their_word':
      return mrkdwn`Nothing was done: the customer has to agree first.`;
    default:
      return mrkdwn`Not possible for order ${order}: ${CANNOT[kind]}.`;
  }
}

/** What was done or asked of the shop. */
export function sentWords(order: string, sent: Sent): Mrkdwn {
  if (sent.kind !== 'goes_by_express' && sent.kind !== 'goes_in_parts') return cannotSendWords(order, sent.kind);
  const [items, cost] =
    sent.kind === 'goes_by_express' ? [sent.items, sent.upgradeCost] : [sent.splitNow, sent.splitCost];
  const how = sent.kind === 'goes_by_express' ? 'by express' : 'ahead of the rest';
  const charged = cost.cents > 0 ? ` ${sayMoney(cost)} is charged to ${sent.chargedTo} when it leaves.` : '';
  const what = itemsWords(items);
  const done = sent.isRequested
    ? mrkdwn`The shop is asked to send ${what} of order ${order} ${how}; it counts on its receipt, and I tell you here what it answers.`
    : mrkdwn`Done: ${what} of order ${order} ${items.length === 1 ? 'goes' : 'go'} ${how}.`;
  return mrkdwn`${done}${charged} The customer is not told by this; \`${SLASH} reply ${order}\` drafts the message.`;
}
