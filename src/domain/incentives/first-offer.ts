import type { Offer, OfferPolicy } from './offer.js';

/** The value of an offer to the customer: face value times the appeal of its kind. */
const worthOf = ({ kind, faceCents }: Offer, { kinds }: Pick<OfferPolicy, 'kinds'>): number =>
  faceCents * kinds[kind].appeal;

/**
 * Which of the allowed offers comes first: the cheapest that is likely to keep the order, then the rest by cost. Likely
 * means here that its value to the customer reaches `keepsOrderFromShare` of what the delay earns; when none does, the
 * most valued comes first. This is a rule of thumb and not learned from customers; it stands alone in this file so that
 * an experiment can replace it.
 */
export function orderOffers(
  offers: readonly Offer[],
  earnedCents: number,
  policy: Pick<OfferPolicy, 'kinds' | 'keepsOrderFromShare'>,
): Offer[] {
  const byCost = [...offers].sort((a, b) => a.costCents - b.costCents || worthOf(b, policy) - worthOf(a, policy));
  const first =
    byCost.find((offer) => worthOf(offer, policy) >= policy.keepsOrderFromShare * earnedCents) ??
    byCost.toSorted((a, b) => worthOf(b, policy) - worthOf(a, policy))[0];
  return first ? [first, ...byCost.filter((offer) => offer !== first)] : [];
}
