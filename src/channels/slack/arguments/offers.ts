import type { OfferWorth } from '../../../tools/offer-worth.js';
import type { OfferKind } from '../cards/offer-words.js';
import { argument, type Read, type Token } from './argument.js';
import { amountInCents, percent, wholeNumber } from './numbers.js';
import { tokenise } from './read-arguments.js';

/** What is to be offered; the worth is null where none was written. */
export interface OfferWanted {
  readonly offer: OfferKind;
  readonly worth: OfferWorth | null;
}

const KINDS: readonly (readonly [RegExp, OfferKind])[] = [
  [/^(discount|disc|off|coupon)$/i, 'discount'],
  [/^(credit|store-credit)$/i, 'credit'],
  [/^(points?|pts)$/i, 'points'],
  [/^gift$/i, 'gift'],
  [/^(express|free-express|free_express)$/i, 'free_express'],
  [/^upgrade$/i, 'upgrade'],
];
/** Worth what policy says, unless somebody says otherwise. */
export const HAS_USUAL: ReadonlySet<OfferKind> = new Set(['gift', 'free_express', 'upgrade']);
/** A number that bears its unit: alone it tells what kind of worth it is. */
const MEASURED = /^[$€£]\S|\S[%$€£](\s|$)|^\S+ (percent|pct|dollars?|bucks?|usd)\b/i;

const kindAt = (tokens: readonly Token[], at: number): OfferKind | null =>
  KINDS.find(([word]) => word.test(tokens[at]?.text ?? ''))?.[1] ?? null;

/** "discount 10%", "10% discount", "credit $10", "500 points", "10%", "gift". */
export const offerWanted = argument<OfferWanted>('an offer, such as discount 10%', (tokens, at) => {
  const kind = kindAt(tokens, at);
  if (kind) {
    const after = worthAt(kind, tokens, at + 1);
    return { value: { offer: kind, worth: after?.value ?? usualOf(kind) }, took: 1 + (after?.took ?? 0) };
  }
  const isMeasured = MEASURED.test(`${tokens[at]?.text ?? ''} ${tokens[at + 1]?.text ?? ''}`);
  const isPoints = kindAt(tokens, at + 1) === 'points' && worthAt('points', tokens, at + 2) === null;
  if (!isMeasured && !isPoints) return null;
  const measured = measuredAt(tokens, at, isPoints);
  const named = measured && kindAt(tokens, at + measured.took);
  if (!measured) return null;
  const usual: OfferKind = 'percent' in measured.value ? 'discount' : 'credit';
  return {
    value: { offer: named ?? usual, worth: measured.value },
    took: measured.took + (named ? 1 : 0),
  };
});

/** Reads what somebody wrote into a modal's field for an offer's worth; null when it is none. */
export function readWorth(kind: OfferKind, written: string): OfferWorth | null {
  const tokens = tokenise(written);
  if (tokens.length === 0) return usualOf(kind);
  const read = worthAt(kind, tokens, 0);
  return read?.took === tokens.length ? read.value : null;
}

const usualOf = (kind: OfferKind): OfferWorth | null => (HAS_USUAL.has(kind) ? { usual: true } : null);

function measuredAt(tokens: readonly Token[], at: number, isPoints: boolean): Read<OfferWorth> {
  if (isPoints) return positive(wholeNumber.read(tokens, at), (points) => ({ points }));
  return asPercent(tokens, at) ?? asAmount(tokens, at);
}

/** A bare number is read as the kind's own: percent of a discount, dollars of credit, points. */
function worthAt(kind: OfferKind, tokens: readonly Token[], at: number): Read<OfferWorth> {
  switch (kind) {
    case 'discount':
      return asPercent(tokens, at) ?? asAmount(tokens, at);
    case 'points': {
      const points = positive(wholeNumber.read(tokens, at), (value) => ({ points: value }));
      const isNamed = kindAt(tokens, at + 1) === 'points';
      return points ? { ...points, took: points.took + (isNamed ? 1 : 0) } : asAmount(tokens, at);
    }
    case 'credit':
      return asAmount(tokens, at) ?? asPercent(tokens, at);
    default:
      return MEASURED.test(tokens[at]?.text ?? '') ? asAmount(tokens, at) : null;
  }
}

const asPercent = (tokens: readonly Token[], at: number) =>
  positive(percent.read(tokens, at), (value) => ({ percent: value }));
const asAmount = (tokens: readonly Token[], at: number) =>
  positive(amountInCents.read(tokens, at), (cents) => ({ cents }));

const positive = (read: Read<number>, make: (value: number) => OfferWorth): Read<OfferWorth> =>
  read && read.value > 0 ? { value: make(read.value), took: read.took } : null;
