import type { CompatibilityVerdict } from './compatibility.js';
import { type Difference, differencesOf } from './differences.js';
import type { CatalogueProduct } from './product.js';
import type { Ranker } from './rank-substitutes.js';
import type { ReadRules } from './read-product.js';

export interface SubstituteCandidate {
  readonly product: CatalogueProduct;
  /** Units that nobody waits for and that could leave together. */
  readonly free: number;
  /** How often it was offered in place of the wanted product, and how often that was agreed to. */
  readonly offered: number;
  readonly accepted: number;
}

export interface SubstituteWish {
  readonly wanted: CatalogueProduct;
  readonly quantity: number;
  /** The shopper's own limit for one unit; null without one. */
  readonly mostCents: number | null;
}

export interface OfferLimits {
  readonly most: number;
  readonly cheapestPercent: number;
  readonly dearestPercent: number;
  readonly leastScore: number;
}

export interface Substitute {
  readonly product: CatalogueProduct;
  readonly score: number;
  readonly differences: readonly Difference[];
  /** Substitute less wanted, for one unit; negative when it is cheaper. */
  readonly priceDifferenceCents: number;
  readonly reason: string;
}

/**
 * What may be offered in place of a product, best first, at most `limits.most`: nothing that clashes with a rule or is
 * another kind of thing, nothing short of stock for the quantity, nothing outside the price band or above the shopper's
 * own limit, nothing below the least score. Past acceptance moves the order: the score is multiplied by 0.9 to 1.1
 * with (accepted + 1) ÷ (offered + 2), Laplace's estimate, so that one refusal does not bury a substitute.
 */
export function chooseSubstitutes(
  { wanted, quantity, mostCents }: SubstituteWish,
  candidates: readonly SubstituteCandidate[],
  { ranker, rules, limits }: { ranker: Ranker; rules: ReadRules; limits: OfferLimits },
): Substitute[] {
  const read = ranker.read(wanted);
  const inBand = ({ priceCents }: CatalogueProduct): boolean => {
    if (priceCents === null || wanted.priceCents === null) return false;
    const percent = wanted.priceCents === 0 ? 100 : (100 * priceCents) / wanted.priceCents;
    return (
      percent <= limits.dearestPercent &&
      percent >= limits.cheapestPercent &&
      (mostCents === null || priceCents <= mostCents)
    );
  };
  return candidates
    .filter(({ product, free }) => product.sku !== wanted.sku && free >= quantity && inBand(product))
    .flatMap(({ product, offered, accepted }) => {
      const other = ranker.read(product);
      const { score, isOtherThing, verdicts, reason } = ranker.score(read, other);
      if (isOtherThing || verdicts.some(isClash) || score < limits.leastScore) return [];
      const liked = 0.9 + (0.2 * (accepted + 1)) / (offered + 2);
      const priceDifferenceCents = (product.priceCents ?? 0) - (wanted.priceCents ?? 0);
      const differences = differencesOf(read, other, rules);
      return [{ product, score, order: score * liked, differences, priceDifferenceCents, reason }];
    })
    .sort(
      (a, b) =>
        b.order - a.order ||
        a.priceDifferenceCents - b.priceDifferenceCents ||
        (a.product.sku < b.product.sku ? -1 : 1),
    )
    .slice(0, limits.most)
    .map(({ order: _order, ...substitute }) => substitute);
}

const isClash = ({ kind }: CompatibilityVerdict): boolean => kind === 'clashes';
