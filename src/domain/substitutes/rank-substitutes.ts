import { textLikeness } from '../../language/text-likeness.js';
import type { CatalogueStatistics } from './catalogue-statistics.js';
import { type CompatibilityVerdict, compatibilityOf } from './compatibility.js';
import {
  attributeAgreement,
  categoryAgreement,
  keyAgreement,
  type Measured,
  priceAgreement,
  quantityAgreement,
  typeAgreement,
  wordAgreement,
} from './likeness.js';
import type { CatalogueProduct } from './product.js';
import { type ReadProduct, type ReadRules, readProduct } from './read-product.js';

/** How well one product replaces another, 0 to 1, and what the figure rests on. */
export interface SubstituteScore {
  readonly score: number;
  /** The one belongs to the other kind of thing: a case for a camera, a toy of it. Never to be offered. */
  readonly isOtherThing: boolean;
  readonly verdicts: readonly CompatibilityVerdict[];
  /** In words, the telling parts first. */
  readonly reason: string;
}

/** Each part's weight when it knows everything; parts that know nothing drop out. Chosen on catalogues of our own making. */
const WEIGHT = {
  category: 3,
  type: 2.5,
  words: 1.5,
  letters: 0.8,
  attributes: 2.5,
  keys: 0.8,
  measures: 0.8,
  price: 1.2,
  brand: 0.3,
  description: 0.5,
};

/** What is left of the score after each fault. */
const LEFT = { clash: 0.3, unknown: 0.95, otherThing: 0.25, otherKind: 0.4, otherTarget: 0.3, kind: 0.85 };

/** Two variants of one product gain this share of what is missing to 1. */
const VARIANT_GAIN = 0.35;

/** Compares products of one catalogue. Holds what the catalogue tells, so that many comparisons share it. */
export interface Ranker {
  read(product: CatalogueProduct): ReadProduct;
  score(wanted: ReadProduct, offered: ReadProduct): SubstituteScore;
}

/**
 * A ranker without learned weights: likeness in category (Lin's measure over the shop's own tree), kind of thing,
 * attributes weighted by how telling they are in this catalogue, measures with units, words, brand and price; then a
 * factor for each thing that makes a substitute useless: a compatibility rule that clashes, an accessory for the thing,
 * another kind of it. docs/substitutes.md tells the formulas and where they come from.
 */
export function makeRanker(statistics: CatalogueStatistics, rules: ReadRules): Ranker {
  return {
    read: (product) => readProduct(product, rules, statistics),
    score(wanted, offered) {
      const type = typeAgreement(wanted, offered);
      const attributes = attributeAgreement(wanted, offered, statistics, rules);
      const words = wordAgreement(wanted.words, offered.words, statistics);
      const category = categoryAgreement(wanted.path, offered.path, statistics);
      const price = priceAgreement(wanted.product, offered.product);
      const sameBrand = wanted.brand !== '' && wanted.brand === offered.brand;
      const base = weightedMean([
        [WEIGHT.category, category],
        [WEIGHT.type, type],
        [WEIGHT.words, words],
        [WEIGHT.letters, { likeness: textLikeness(wanted.product.title, offered.product.title), known: 1 }],
        [WEIGHT.attributes, attributes],
        [WEIGHT.keys, keyAgreement(wanted, offered, statistics)],
        [WEIGHT.measures, quantityAgreement(wanted, offered)],
        [WEIGHT.price, price],
        [WEIGHT.brand, { likeness: Number(sameBrand), known: Number(wanted.brand !== '' && offered.brand !== '') }],
        [WEIGHT.description, descriptionAgreement(wanted, offered, statistics)],
      ]);
      const verdicts = compatibilityOf(wanted, offered, rules);
      const faults = faultsOf(wanted, offered, type, rules);
      const isVariant =
        sameBrand && words.likeness >= 0.8 && type.likeness === 1 && !verdicts.some(({ kind }) => kind === 'clashes');
      const risen = isVariant ? base + VARIANT_GAIN * (1 - base) : base;
      const left = verdicts.reduce(
        (share, { kind }) => share * (kind === 'clashes' ? LEFT.clash : kind === 'unknown' ? LEFT.unknown : 1),
        1,
      );
      const kinds = LEFT.kind ** Math.min(3, attributes.otherKinds);
      const score = faults.reduce((share, fault) => share * LEFT[fault], risen * left * kinds);
      return {
        score: Math.min(1, Math.max(0, score)),
        isOtherThing: faults.length > 0,
        verdicts,
        reason: reasonOf({ verdicts, faults, category, type, attributes, isVariant, sameBrand, wanted, offered }),
      };
    },
  };
}

function weightedMean(parts: readonly (readonly [weight: number, part: Measured])[]): number {
  let sum = 0;
  let total = 0;
  for (const [weight, { likeness, known }] of parts) {
    sum += weight * known * likeness;
    total += weight * known;
  }
  return total === 0 ? 0 : sum / total;
}

function descriptionAgreement(a: ReadProduct, b: ReadProduct, statistics: CatalogueStatistics): Measured {
  const known = a.product.description !== '' && b.product.description !== '';
  return known ? wordAgreement(a.allWords, b.allWords, statistics) : { likeness: 0, known: 0 };
}

type Fault = 'otherThing' | 'otherKind' | 'otherTarget';

function faultsOf(wanted: ReadProduct, offered: ReadProduct, type: Measured, rules: ReadRules): Fault[] {
  const faults: Fault[] = [];
  if (wanted.isAccessory !== offered.isAccessory && type.likeness < 1) faults.push('otherThing');
  else if (wanted.isAccessory && offered.isAccessory) {
    if (type.known > 0 && type.likeness < 0.5) faults.push('otherThing');
    else if (fitsOtherThing(wanted, offered, rules)) faults.push('otherTarget');
  }
  const odd = (words: ReadonlySet<string>) => [...words].filter((word) => rules.otherKinds.has(word));
  const [mine, theirs] = [odd(wanted.words), odd(offered.words)];
  if (mine.some((word) => !theirs.includes(word)) || theirs.some((word) => !mine.includes(word)))
    faults.push('otherKind');
  return faults;
}

/** A case for one model does not fit another: the words with digits, or else all telling words after "for", differ. */
function fitsOtherThing({ target: a }: ReadProduct, { target: b }: ReadProduct, { passing }: ReadRules): boolean {
  const telling = (words: readonly string[]) => new Set(words.filter((word) => !passing.has(word)));
  const models = (words: ReadonlySet<string>) => new Set([...words].filter((word) => /\d/.test(word)));
  const [mine, theirs] = [telling(a), telling(b)];
  if (mine.size === 0 || theirs.size === 0) return false;
  const [myModels, theirModels] = [models(mine), models(theirs)];
  if (myModels.size > 0 && theirModels.size > 0) return ![...myModels].some((word) => theirModels.has(word));
  return ![...mine].some((word) => theirs.has(word));
}

interface Grounds {
  readonly verdicts: readonly CompatibilityVerdict[];
  readonly faults: readonly Fault[];
  readonly category: Measured;
  readonly type: Measured;
  readonly attributes: Measured & { readonly same: readonly string[]; readonly other: readonly string[] };
  readonly isVariant: boolean;
  readonly sameBrand: boolean;
  readonly wanted: ReadProduct;
  readonly offered: ReadProduct;
}

const FAULT_WORDS: Readonly<Record<Fault, string>> = {
  otherThing: 'not the same kind of thing',
  otherKind: 'another kind or condition of it',
  otherTarget: 'made for something else',
};

function reasonOf({
  verdicts,
  faults,
  category,
  type,
  attributes,
  isVariant,
  sameBrand,
  wanted,
  offered,
}: Grounds): string {
  const clashes = verdicts.flatMap((one) =>
    one.kind === 'clashes' ? [`${one.name} ${one.offered} instead of ${one.wanted}`] : [],
  );
  const fitting = verdicts.flatMap((one) => (one.kind === 'fits' ? [one.name] : []));
  const [was, is] = [wanted.product.priceCents, offered.product.priceCents];
  const change = was && is ? Math.round((100 * (is - was)) / was) : 0;
  return [
    ...faults.map((fault) => FAULT_WORDS[fault]),
    ...clashes,
    ...(isVariant ? ['a variant of the same product'] : type.likeness === 1 ? [`also a ${offered.head}`] : []),
    ...(category.known > 0
      ? [category.likeness > 0.99 ? 'same category' : category.likeness > 0.4 ? 'related category' : 'other category']
      : []),
    ...(fitting.length > 0 ? [`${[...new Set(fitting)].join(', ')} fits`] : []),
    ...(attributes.same.length > 0 ? [`same ${attributes.same.slice(0, 3).join(', ')}`] : []),
    ...(attributes.other.length > 0 ? [`other ${attributes.other.slice(0, 3).join(', ')}`] : []),
    ...(sameBrand && !isVariant ? ['same brand'] : []),
    ...(change === 0 ? [] : [`${Math.abs(change)} % ${change < 0 ? 'cheaper' : 'dearer'}`]),
  ].join('; ');
}
