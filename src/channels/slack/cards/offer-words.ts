import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { OfferKindName } from '../../../tools/offer-facts.js';
import type { OfferPreview } from '../../../tools/offer-preview.js';
import { sayMoney, sayNumber, sayTimes } from '../../../wording/formats.js';
import { loadWording } from '../../../wording/render.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import { TIER_WORDS } from './tier-words.js';

export type OfferKind = z.infer<typeof OfferKindName>;

const replies = loadWording('templates/shopper/en');

export const KIND_WORDS: Readonly<Record<OfferKind, string>> = {
  discount: 'a discount',
  credit: 'store credit',
  points: 'loyalty points',
  gift: 'a gift',
  free_express: 'free express shipping',
  upgrade: 'an upgrade of the item',
};

type Named = Pick<OfferPreview, 'offer' | 'offerPercent' | 'offerPoints' | 'offerAmount'>;

/** "10% off the next order, worth $82.00". */
export function offerWords({ offer, offerPercent, offerPoints, offerAmount }: Named): string {
  const worth = sayMoney(offerAmount);
  switch (offer) {
    case 'discount':
      return `a ${offerPercent ?? 0}% discount, worth ${worth}`;
    case 'credit':
      return `${worth} of store credit`;
    case 'points':
      return `${sayNumber(offerPoints ?? 0)} points, worth ${worth}`;
    default:
      return `${KIND_WORDS[offer]}, worth ${worth}`;
  }
}

/** What the customer is to read of it. */
export const customerWords = (offer: OfferPreview, todayOn: LocalDate): string =>
  replies.say('reply/offer-given', {
    todayOn,
    offer: { ...offer, offerState: offer.offer === 'points' ? 'granted' : 'requested' },
  });

/** What it costs and what is left after it. */
export const costWords = ({ cost, marginAfter, budgetLeftToday, budgetLeftCampaign }: OfferPreview): Mrkdwn =>
  mrkdwn`Costs the shop about ${sayMoney(cost)} · ${marginAfter ? `${sayMoney(marginAfter)} of margin left` : 'margin not known'} · budget left ${sayMoney(budgetLeftToday)} today, ${sayMoney(budgetLeftCampaign)} in all`;

/** Why the order's customer may be owed something, and what they had. */
export function caseWords({
  daysLate,
  slips,
  tier,
  offersLately,
  offersMost,
  offersDays,
  waiting,
}: OfferPreview): Mrkdwn {
  const late = daysLate === null ? 'no date yet' : daysLate > 0 ? `likely ${daysLate} days late` : 'not late';
  const slipped = slips === 0 ? '' : `, put off ${sayTimes(slips)}`;
  return mrkdwn`${sayMoney(waiting)} waits · ${late}${slipped} · ${TIER_WORDS[tier]} customer · ${offersLately} of at most ${offersMost} offers in ${offersDays} days`;
}

const REFUSED: Readonly<Record<string, string>> = {
  nothing_waits: 'nothing of this order waits any more',
  already_has_offer: 'this order has an offer already, and there is one an order',
  too_many_lately: 'this customer had as many offers lately as policy allows',
  below_least: 'it is less than the least the shop offers',
  no_margin: 'it would cost more than the margin allows',
  no_budget: 'the budget has too little left for it',
  kind_not_allowed: 'this kind cannot be given for this order',
  conversation_closed: 'the customer’s chat has ended meanwhile, so they could not be told',
  above_authority: 'nobody here may give that much',
};

/** Why policy refuses an offer, as the end of a sentence. */
export const refusalWords = (because: string): string => REFUSED[because] ?? because.replaceAll('_', ' ');
