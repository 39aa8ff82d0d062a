import { isSameValue, valueLikeness } from './attribute-values.js';
import type { CatalogueStatistics } from './catalogue-statistics.js';
import type { CatalogueProduct } from './product.js';
import { ratioLikeness } from './quantities.js';
import type { ReadProduct, ReadRules } from './read-product.js';

/** A likeness of 0 to 1, and how much is known to say so, 0 to 1: what is not known counts neither way. */
export interface Measured {
  readonly likeness: number;
  readonly known: number;
}

const NOTHING: Measured = { likeness: 0, known: 0 };

/**
 * Lin's likeness of two category paths over the shop's own tree: 2 · I(what they share) ÷ (I(a) + I(b)), where I is the
 * information of a path (Lin 1998). Leaves that share words count as near even on other branches. A category that holds
 * the whole catalogue tells nothing.
 */
export function categoryAgreement(
  a: readonly string[],
  b: readonly string[],
  statistics: CatalogueStatistics,
): Measured {
  const total = statistics.pathInformation(a) + statistics.pathInformation(b);
  if (a.length === 0 || b.length === 0 || total === 0) return NOTHING;
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  const lin = (2 * statistics.pathInformation(a.slice(0, shared))) / total;
  const leaves = 0.8 * shareOf(new Set(a.at(-1)?.split(' ')), new Set(b.at(-1)?.split(' ')));
  // one path that stops at a level of the other says nothing against it
  const within = shared === Math.min(a.length, b.length) ? 0.7 : 0;
  return {
    likeness: Math.min(1, Math.max(lin, leaves, shared === a.length && shared === b.length ? 1 : within)),
    known: Math.min(1, total / 2),
  };
}

/** Whether two titles name the same thing: 1 for the same head word, less where one has the other's head elsewhere. */
export function typeAgreement(a: ReadProduct, b: ReadProduct): Measured {
  if (a.head === '' || b.head === '') return NOTHING;
  if (a.head === b.head) return { likeness: 1, known: 1 };
  const [inB, inA] = [b.main.includes(a.head), a.main.includes(b.head)];
  if (inA && inB) return { likeness: 0.8, known: 1 };
  // "camera" in "camera bag" is what the bag is for
  if (inA || inB) return { likeness: a.isAccessory === b.isAccessory ? 0.6 : 0.2, known: 1 };
  const compound = a.head.endsWith(b.head) || b.head.endsWith(a.head);
  if (compound && Math.min(a.head.length, b.head.length) >= 4) return { likeness: 0.7, known: 1 };
  // "dog food chicken" and "dog food beef": the head may stand before the last word
  const naming = (words: readonly string[]) => new Set(words.filter((word) => !/\d/.test(word)));
  return { likeness: shareOf(naming(a.main), naming(b.main)), known: 1 };
}

/** The cosine of two sets of words, each word weighted by its inverse document frequency. */
export function wordAgreement(a: ReadonlySet<string>, b: ReadonlySet<string>, { idf }: CatalogueStatistics): Measured {
  const square = (words: ReadonlySet<string>) => [...words].reduce((sum, word) => sum + idf(word) ** 2, 0);
  const both = [...a].reduce((sum, word) => (b.has(word) ? sum + idf(word) ** 2 : sum), 0);
  const norm = Math.sqrt(square(a) * square(b));
  return norm === 0 ? NOTHING : { likeness: both / norm, known: 1 };
}

/**
 * Attributes that both have. Agreement on a value that few share is worth more than on one that all share; disagreement
 * counts as much as the attribute tells. Colours and the like count a quarter.
 */
export function attributeAgreement(
  a: ReadProduct,
  b: ReadProduct,
  statistics: CatalogueStatistics,
  { cosmetic, ignored }: ReadRules,
): Measured & { readonly same: readonly string[]; readonly other: readonly string[]; readonly otherKinds: number } {
  let sum = 0;
  let total = 0;
  const same: string[] = [];
  const other: string[] = [];
  let otherKinds = 0;
  for (const [key, value] of a.attributes) {
    const theirs = b.attributes.get(key);
    if (!theirs || ignored.has(key)) continue;
    const likeness = valueLikeness(value, theirs);
    const telling =
      likeness === 1 ? 0.4 + 0.6 * statistics.valueTelling(key, value.text) : 0.7 * statistics.keyTelling(key);
    const weight = telling * (cosmetic.has(key) ? 0.25 : 1);
    sum += weight * likeness;
    total += weight;
    (likeness === 1 ? same : other).push(key);
    const sorts = !cosmetic.has(key) && !value.isMeasure && statistics.isKind(key);
    if (sorts && !isSameValue(value, theirs)) otherKinds += 1;
  }
  return { likeness: total === 0 ? 0 : sum / total, known: Math.min(1, total / 1.5), same, other, otherKinds };
}

/** Things of one kind are described by the same attributes: weighted share of the keys that both have. */
export function keyAgreement(a: ReadProduct, b: ReadProduct, { keyIdf }: CatalogueStatistics): Measured {
  const all = new Set([...a.attributes.keys(), ...b.attributes.keys()]);
  let both = 0;
  let total = 0;
  for (const key of all) {
    total += keyIdf(key);
    if (a.attributes.has(key) && b.attributes.has(key)) both += keyIdf(key);
  }
  return a.attributes.size === 0 || b.attributes.size === 0
    ? NOTHING
    : { likeness: both / total, known: Math.min(1, total / 3) };
}

/** The measures in both titles, dimension by dimension: "65 W" beside "100W". */
export function quantityAgreement(a: ReadProduct, b: ReadProduct): Measured {
  const likenesses = a.titleQuantities.flatMap(({ dimension, value }) => {
    const theirs = b.titleQuantities.filter((quantity) => quantity.dimension === dimension);
    return theirs.length === 0 ? [] : [Math.max(...theirs.map((quantity) => ratioLikeness(value, quantity.value)))];
  });
  if (likenesses.length === 0) return NOTHING;
  return { likeness: likenesses.reduce((sum, one) => sum + one, 0) / likenesses.length, known: 1 };
}

/** The square root of cheaper ÷ dearer, so that half the price counts 0.7; a dearer one counts as a tenth dearer still. */
export function priceAgreement({ priceCents: a }: CatalogueProduct, { priceCents: b }: CatalogueProduct): Measured {
  if (a === null || b === null || a <= 0 || b <= 0) return NOTHING;
  const other = b > a ? b * 1.1 : b;
  return { likeness: Math.sqrt(Math.min(a, other) / Math.max(a, other)), known: 1 };
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
