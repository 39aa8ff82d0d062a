import { orderOffers } from './first-offer.js';
import {
  AUTHORITIES,
  type Authority,
  type NoOffer,
  type Offer,
  type OfferKind,
  type OfferLimit,
  type OfferPolicy,
  type OfferSituation,
} from './offer.js';

export type OfferVerdict =
  | {
      readonly kind: 'allowed';
      /** The one to make first, then the others. Never more than one of them may be given. */
      readonly offers: readonly [Offer, ...Offer[]];
      readonly limits: readonly OfferLimit[];
    }
  | { readonly kind: 'none'; readonly because: NoOffer; readonly limits: readonly OfferLimit[] };

/**
 * What an authority may offer for one order, and why not more. The face value is bound by what the delay earns (the
 * highest step reached plus each slip, times the tier) and by the authority's percentage and amount; the cost by margin
 * and budgets. Nothing when nothing waits or is late, when the order has an offer already (no stacking) or the customer
 * had enough lately. A refund owed is none of its business: it neither lowers nor replaces one.
 */
export function evaluateOffers(situation: OfferSituation, policy: OfferPolicy, authority: Authority): OfferVerdict {
  const earned = earnedCents(situation, policy);
  const limits: OfferLimit[] = [{ rule: 'earned', cents: earned }, ...capsOf(situation, policy, authority)];
  const barred = barredBy(situation, policy);
  if (barred) return { kind: 'none', because: barred, limits };
  if (earned === 0) return { kind: 'none', because: 'not_late', limits };
  const most = Math.min(...limits.map(({ cents }) => cents));
  if (most < policy.leastCents) return { kind: 'none', because: 'below_least', limits };
  const room = costRoom(situation, policy);
  const offers = policy[authority].kinds.flatMap((kind) => largest(kind, most, room.cents, situation, policy) ?? []);
  const [first, ...rest] = orderOffers(offers, earned, policy);
  return first ? { kind: 'allowed', offers: [first, ...rest], limits } : { kind: 'none', because: room.by, limits };
}

export type GrantVerdict =
  | { readonly kind: 'allowed'; readonly offer: Offer }
  /** Within the shop's rules, above this authority: who may grant it. */
  | { readonly kind: 'needs_approval'; readonly by: Authority; readonly offer: Offer }
  | { readonly kind: 'refused'; readonly because: NoOffer };

/**
 * Whether an authority may give exactly this. Staff are not bound by what the delay earns, only by their own limits;
 * margin, budgets, frequency and no stacking bind everybody.
 */
export function judgeOffer(
  { kind, faceCents }: { readonly kind: OfferKind; readonly faceCents: number },
  situation: OfferSituation,
  policy: OfferPolicy,
  authority: Authority,
): GrantVerdict {
  const barred = barredBy(situation, policy);
  if (barred) return { kind: 'refused', because: barred };
  if (faceCents < policy.leastCents) return { kind: 'refused', because: 'below_least' };
  if (kind === 'free_express' && !situation.canGoExpress) return { kind: 'refused', because: 'kind_not_allowed' };
  const offer = offerOf(kind, faceCents, situation, policy);
  const room = costRoom(situation, policy);
  if (offer.costCents > room.cents) return { kind: 'refused', because: room.by };
  const isWithin = (one: Authority) =>
    policy[one].kinds.includes(kind) && capsOf(situation, policy, one).every(({ cents }) => faceCents <= cents);
  if (isWithin(authority)) return { kind: 'allowed', offer };
  const by = AUTHORITIES.slice(AUTHORITIES.indexOf(authority) + 1).find(isWithin);
  return by ? { kind: 'needs_approval', by, offer } : { kind: 'refused', because: 'above_authority' };
}

function barredBy(
  { waitingCents, hasOffer, offersLately }: OfferSituation,
  { frequency }: OfferPolicy,
): NoOffer | null {
  if (waitingCents === 0) return 'nothing_waits';
  if (hasOffer) return 'already_has_offer';
  return offersLately >= frequency.most ? 'too_many_lately' : null;
}

/** What the delay of this order earns its customer. */
function earnedCents({ waitingCents, daysLate, slips, tier }: OfferSituation, { earns }: OfferPolicy): number {
  const days = daysLate ?? earns.noDateCountsAsDays;
  const step = Math.max(
    0,
    ...earns.steps.filter(({ fromDaysLate }) => days >= fromDaysLate).map(({ percent }) => percent),
  );
  const percent = (step + earns.perSlip * Math.min(slips, earns.mostSlips)) * earns.tiers[tier];
  return shareOf(waitingCents, percent);
}

const capsOf = ({ waitingCents }: OfferSituation, policy: OfferPolicy, authority: Authority): OfferLimit[] => [
  { rule: 'role_percent', cents: shareOf(waitingCents, policy[authority].maxPercent) },
  { rule: 'role_amount', cents: policy[authority].maxCents },
];

/** What an offer may cost at most, and what says so. */
function costRoom(
  { waitingCents, marginCents, budgetLeftCents: { day, campaign } }: OfferSituation,
  policy: OfferPolicy,
): { readonly cents: number; readonly by: 'no_margin' | 'no_budget' } {
  const margin =
    marginCents === null
      ? shareOf(waitingCents, policy.unknownMarginPercent)
      : Math.max(0, marginCents - Math.ceil((waitingCents * policy.marginFloorPercent) / 100));
  const budget = Math.max(0, Math.min(day, campaign));
  return margin <= budget ? { cents: margin, by: 'no_margin' } : { cents: budget, by: 'no_budget' };
}

/** The largest offer of a kind within both bounds; null when that is too little, or the kind has a fixed worth above them. */
function largest(
  kind: OfferKind,
  mostCents: number,
  roomCents: number,
  situation: OfferSituation,
  policy: OfferPolicy,
): Offer | null {
  if (kind === 'free_express' && !situation.canGoExpress) return null;
  const terms = policy.kinds[kind];
  if ('worthCents' in terms) {
    const offer = offerOf(kind, terms.worthCents, situation, policy);
    return offer.faceCents <= mostCents && offer.costCents <= roomCents ? offer : null;
  }
  const affordable = terms.costPercent === 0 ? mostCents : Math.floor((100 * roomCents) / terms.costPercent);
  const face = Math.min(mostCents, affordable);
  // people think in whole percents and whole units of money
  const percent = Math.floor((100 * face) / situation.waitingCents);
  const rounded = kind === 'discount' ? shareOf(situation.waitingCents, percent) : Math.floor(face / 100) * 100;
  return rounded < policy.leastCents ? null : offerOf(kind, rounded, situation, policy);
}

function offerOf(kind: OfferKind, faceCents: number, { waitingCents }: OfferSituation, { kinds }: OfferPolicy): Offer {
  const percent = (100 * faceCents) / waitingCents;
  return {
    kind,
    percent: kind === 'discount' ? Math.min(100, Math.max(1, Math.round(percent))) : null,
    points: kind === 'points' ? Math.round((faceCents * kinds.points.pointsPerUnit) / 100) : null,
    faceCents,
    costCents: Math.ceil((faceCents * kinds[kind].costPercent) / 100),
  };
}

/** A percentage of an amount, rounded down: a limit is never overstepped by a cent. */
const shareOf = (cents: number, percent: number): number => Math.floor((cents * percent + 1e-6) / 100);
