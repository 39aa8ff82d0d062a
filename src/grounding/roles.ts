import type { Claim } from './claim.js';
import type { Fact } from './facts.js';
import { clauseAround, type Stretch, sentenceAround } from './surroundings.js';

/** As what a fact may be said: a day something ships is no day it arrives, a price no refund. */
type Role =
  | 'ships'
  | 'arrives'
  | 'refunded'
  | 'ordered'
  | 'needed'
  | 'valid'
  | 'announced'
  | 'refund'
  | 'price'
  | 'total'
  | 'cost'
  | 'offer'
  | 'gap'
  | 'tracking'
  | 'voucher';

/** The facts whose role is known by their name. Any other may be said as anything. */
const ROLES: Readonly<Record<string, Role>> = {
  likelyOn: 'ships',
  cautiousOn: 'ships',
  shipsOn: 'ships',
  shippedOn: 'ships',
  revisedShipBy: 'ships',
  statedShipBy: 'ships',
  arrivesLikelyOn: 'arrives',
  arrivesCautiousOn: 'arrives',
  usualLikelyOn: 'arrives',
  deliveredOn: 'arrives',
  deliveryAnnouncedOn: 'announced',
  refundBy: 'refunded',
  refundSentOn: 'refunded',
  refundExpectedBy: 'refunded',
  refundNotAfter: 'refunded',
  refundOwedSince: 'refunded',
  placedOn: 'ordered',
  neededByOn: 'needed',
  validUntil: 'valid',
  refundAmount: 'refund',
  unitPrice: 'price',
  price: 'price',
  paid: 'total',
  splitCost: 'cost',
  upgradeCost: 'cost',
  wayCost: 'cost',
  offerAmount: 'offer',
  priceGap: 'gap',
  priceDifference: 'gap',
  tracking: 'tracking',
  offerCode: 'voucher',
};

/** Words that say as what the next or the last value is told, with the roles they let in. */
type Cue = readonly [words: string, roles: readonly Role[]];

const DATE_CUES: readonly Cue[] = [
  ['ships?|shipp(?:ed|ing)|shipment|leaves?|leaving|dispatch\\w*|heads? out', ['ships']],
  [
    'arriv\\w+|reach(?:es)? you|gets? to you|with you|(?:at|to) your door\\w*|(?:have|get|receive|hold) (?:it|them)',
    ['arrives'],
  ],
  ['deliver\\w*|(?:be|been) here', ['arrives', 'announced']],
  ['refund\\w*|money|(?:paid|pay|send|sent|goes?|come|back) (?:back|to)|owed?|reimburse\\w*', ['refunded']],
  // "goes back to your card and leaves us by …"
  ['(?:refund|back to)\\b[^.!?\\n]{0,60}?\\bleaves? us', ['refunded']],
  ['ordered|placed|bought|purchased', ['ordered']],
  ['good until|valid|expires?|works once', ['valid']],
  ['announced', ['announced']],
];

/** Says something of the very next date only. */
const NEEDED = /\b(?:in time for|need(?:s|ed)?)\b/i;

const MONEY_CUES: readonly Cue[] = [
  ['refund\\w*|back|ow(?:e|ed|es|ing)|reimburse\\w*', ['refund']],
  ['difference', ['gap', 'refund']],
  ['discount|credit|points|code|coupon|voucher|gift|offer\\w*|worth|gesture', ['offer']],
  ['costs?|charg\\w+|fee|surcharge|price[ds]?', ['price', 'cost', 'gap']],
  ['paid|totals?|pay', ['total', 'price', 'cost']],
];
/** What stands right after an amount and says more of it than what stands before. */
const MONEY_AFTER: readonly Cue[] = [
  ['back|refund\\w*', ['refund']],
  ['off|discount|(?:of |in )?(?:store |shop )?credit', ['offer']],
  ['less|more|cheaper|dearer|extra', ['gap', 'cost']],
];

const CODE_CUES: readonly Cue[] = [
  ['tracking(?: number)?', ['tracking']],
  ['code|coupon|voucher', ['voucher']],
];

type Sure = 'likely' | 'cautious';
const LIKELY = /(?<!\b(?:very|highly|most) )\b(?:likely|probably|expected)\b/i;
const CAUTIOUS =
  /\b(?:cautious\w*|at the latest|on the safe side|to be safe|safe(?:r|st)? date|count on|if things go slowly|worst case|no later than)\b/i;

const compiled = (cues: readonly Cue[]): readonly (readonly [RegExp, readonly Role[]])[] =>
  cues.map(([words, roles]) => [new RegExp(`\\b(?:${words})\\b`, 'gi'), roles]);
const CUES = {
  date: compiled(DATE_CUES),
  money: compiled(MONEY_CUES),
  code: compiled(CODE_CUES),
  after: MONEY_AFTER.map(([words, roles]) => [new RegExp(`^ ?(?:${words})\\b`, 'i'), roles] as const),
};

/** Whether a fact may be said where a claim stands. */
export type FitsRole = (fact: Fact) => boolean;

const ANY: FitsRole = () => true;
const NEED: readonly Role[] = ['needed'];

/** A cue where it stands in a text. */
interface Found extends Stretch {
  readonly roles: readonly Role[];
}

/**
 * Reads off the words around each claim of one text as what it is told. What they leave open, any fact may fill.
 * `said` is the text as the guard reads it, `claims` all it says.
 */
export function readRoles(said: string, claims: readonly Claim[]): (claim: Claim) => FitsRole {
  const dates = once(() => cuesIn(said, CUES.date));
  const amounts = once(() => cuesIn(said, CUES.money));
  const codes = once(() => cuesIn(said, CUES.code));
  return (claim) => {
    const at = { from: claim.at, to: claim.at + claim.text.length };
    switch (claim.kind) {
      case 'odds':
        return ANY;
      case 'number':
        return isPlace(said, at) ? ({ name }) => name === 'queuePosition' || name === 'unitsAhead' : ANY;
      case 'percent':
        return /\b(?:off|discount|credit)\b/i.test(said.slice(at.to, at.to + 16))
          ? ({ name }) => !name.startsWith('chance')
          : ANY;
      case 'money':
        return only(amountRoles(said, at, amounts()));
      case 'code':
        return only(last(codes(), clauseAround(said, at).from, at.from));
      default:
        return dateRole(said, at, dates(), claims);
    }
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Sorted by where they end, so that of two that end alike the longer wins as the last. */
const cuesIn = (text: string, cues: (typeof CUES)['date']): readonly Found[] =>
  cues
    .flatMap(([words, roles]) =>
      [...text.matchAll(words)].map(({ 0: cue, index }) => ({ from: index, to: index + cue.length, roles })),
    )
    .sort((a, b) => a.to - b.to);

const last = (cues: readonly Found[], from: number, to: number): readonly Role[] | undefined =>
  cues.findLast((cue) => cue.from >= from && cue.to <= to)?.roles;

const isPlace = (text: string, { from, to }: Stretch): boolean =>
  /\b(?:number|place|position|spot) $/i.test(text.slice(Math.max(0, from - 10), from)) &&
  /^(?:st|nd|rd|th)?,? (?:in (?:the )?(?:line|queue)|with|out of)/i.test(text.slice(to, to + 20));

const only = (roles: readonly Role[] | undefined): FitsRole =>
  roles === undefined ? ANY : ({ name }) => fits(name, roles);

function fits(name: string, roles: readonly Role[]): boolean {
  const role = ROLES[name];
  return role === undefined || roles.includes(role);
}

function amountRoles(text: string, at: Stretch, cues: readonly Found[]): readonly Role[] | undefined {
  const rest = text.slice(at.to, at.to + 30);
  const right = CUES.after.find(([words]) => words.test(rest));
  return right?.[1] ?? last(cues, sentenceAround(text, at).from, at.from);
}

function dateRole(text: string, at: Stretch, cues: readonly Found[], claims: readonly Claim[]): FitsRole {
  const sentence = sentenceAround(text, at);
  const gap = gapAround(at, sentence, claims);
  const roles = NEEDED.test(text.slice(gap.from, at.from))
    ? NEED
    : (last(cues, sentence.from, at.from) ?? cues.find((cue) => cue.from >= at.to && cue.to <= gap.to)?.roles);
  const sure = sureness(text, at, claims);
  return (fact) => (roles === undefined || fits(fact.name, roles)) && (sure === null || isAsSure(fact.name, sure));
}

/** What lies around a claim up to the claims beside it. */
function gapAround(at: Stretch, within: Stretch, claims: readonly Claim[]): Stretch {
  let { from, to } = within;
  for (const claim of claims) {
    if (claim.at < at.from) from = Math.max(from, claim.at);
    if (claim.at > at.from) to = Math.min(to, claim.at);
  }
  return { from, to };
}

/** Whether the words right around a date call it the likely or the cautious one; those beyond another date are of that. */
function sureness(text: string, at: Stretch, claims: readonly Claim[]): Sure | null {
  const { from, to } = gapAround(at, clauseAround(text, at), claims);
  const words = [text.slice(from, at.from), text.slice(at.to, to)].find(
    (part) => LIKELY.test(part) || CAUTIOUS.test(part),
  );
  if (words === undefined) return null;
  return CAUTIOUS.test(words) ? 'cautious' : 'likely';
}

function isAsSure(name: string, sure: Sure): boolean {
  const said = /likelyOn$/i.test(name) ? 'likely' : /cautiousOn$/i.test(name) ? 'cautious' : null;
  return said === null || said === sure;
}
