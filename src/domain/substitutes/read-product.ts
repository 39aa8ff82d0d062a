import { keyOf, type ReadValue, readValue } from './attribute-values.js';
import { type CatalogueStatistics, pathOf } from './catalogue-statistics.js';
import type { CatalogueProduct, SubstituteRules } from './product.js';
import { type Quantity, readQuantities } from './quantities.js';
import { partsOf, singular, type TitleParts, wordsOf } from './title-words.js';

/** A product as the ranker compares it: everything taken apart once. */
export interface ReadProduct extends TitleParts {
  readonly product: CatalogueProduct;
  readonly brand: string;
  readonly words: ReadonlySet<string>;
  /** All words of title and description. */
  readonly allWords: ReadonlySet<string>;
  readonly path: readonly string[];
  readonly attributes: ReadonlyMap<string, ReadValue>;
  readonly titleQuantities: readonly Quantity[];
  /** It belongs to another product rather than being one: a case, a spare part. */
  readonly isAccessory: boolean;
}

/** The rules' words brought into the form in which titles compare. */
export interface ReadRules {
  readonly rules: SubstituteRules;
  readonly accessories: ReadonlySet<string>;
  readonly otherKinds: ReadonlySet<string>;
  readonly passing: ReadonlySet<string>;
  readonly cosmetic: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
  readonly exclusive: readonly { readonly name: string; readonly words: ReadonlySet<string> }[];
  readonly compatibility: readonly (SubstituteRules['compatibility'][number] & {
    readonly keySet: ReadonlySet<string>;
    readonly categorySet: ReadonlySet<string>;
  })[];
}

const wordSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.flatMap(wordsOf));
const keySet = (keys: readonly string[]): ReadonlySet<string> => new Set(keys.map(keyOf));

export function readRules(rules: SubstituteRules): ReadRules {
  return {
    rules,
    accessories: wordSet(rules.accessoryWords),
    otherKinds: wordSet(rules.otherKindWords),
    passing: wordSet(rules.variantWords),
    cosmetic: keySet(rules.cosmeticKeys),
    ignored: keySet(rules.ignoredKeys),
    exclusive: rules.exclusiveWords.map(({ name, words }) => ({ name, words: wordSet(words) })),
    compatibility: rules.compatibility.map((rule) => ({
      ...rule,
      keySet: keySet(rule.keys),
      categorySet: wordSet(rule.categories),
    })),
  };
}

/**
 * Takes a product apart. Where an attribute that decides on compatibility is missing but the title has a word that is
 * one of its common values in this catalogue ("ZR" of "mount"), that is its value.
 */
export function readProduct(product: CatalogueProduct, rules: ReadRules, statistics: CatalogueStatistics): ReadProduct {
  const parts = partsOf(product.title, product.brand, rules.passing);
  const words = new Set(wordsOf(product.title));
  const path = pathOf(product.category);
  const leaf = path.at(-1) ?? '';
  const attributes = new Map(
    Object.entries(product.attributes)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => [keyOf(key), readValue(value)] as const),
  );
  const concerned = new Set([...path.flatMap((level) => level.split(' ')), ...words]);
  for (const { keySet, categorySet } of rules.compatibility) {
    if ([...keySet].some((key) => attributes.has(key))) continue;
    if (categorySet.size > 0 && ![...categorySet].some((word) => concerned.has(word))) continue;
    for (const key of keySet) {
      const named = [...words].filter((word) => statistics.commonValues(key).has(word));
      if (named.length === 1 && named[0] !== undefined) attributes.set(key, readValue(named[0]));
    }
  }
  const belongs = parts.target.some((word) => !rules.passing.has(word)) && rules.accessories.has(parts.head);
  return {
    ...parts,
    product,
    brand: wordsOf(product.brand).join(' '),
    words,
    allWords: new Set([...words, ...wordsOf(product.description)]),
    path,
    attributes,
    titleQuantities: readQuantities(product.title),
    isAccessory:
      belongs || rules.accessories.has(parts.head) || /\b(?:accessory|part|replacement|spare)\b/.test(singular(leaf)),
  };
}
