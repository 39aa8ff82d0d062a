import { keyOf, readValue } from './attribute-values.js';
import type { CatalogueProduct } from './product.js';
import { wordsOf } from './title-words.js';

/** What a catalogue as a whole tells: how common a word, a category level, an attribute and its values are in it. */
export interface CatalogueStatistics {
  readonly products: number;
  /** Smoothed inverse document frequency of a word, about 0.3 for the commonest to ln(products) + 1 for an unseen one. */
  idf(word: string): number;
  /** −ln of the share of products at or below this path, in nats; 0 when all are. Source: Resnik 1995. */
  pathInformation(path: readonly string[]): number;
  /** How telling it is that two products share this value, 0 (everything has it) to 1 (only one has). */
  valueTelling(key: string, value: string): number;
  /** How telling it is that two products differ in this attribute: low where nearly every product has its own value. */
  keyTelling(key: string): number;
  /** Whether an attribute sorts products into a few kinds: at most a dozen values, each shared by several products. */
  isKind(key: string): boolean;
  /** The single words that stand as this attribute's value for at least two products. */
  commonValues(key: string): ReadonlySet<string>;
  /** How telling it is that two products both have this attribute. */
  keyIdf(key: string): number;
}

export interface StatisticsCount {
  add(product: CatalogueProduct): void;
  statistics(): CatalogueStatistics;
}

interface KeyCount {
  products: number;
  readonly values: Map<string, number>;
}

/** More values of one key are counted as seen once, so that a million products fit into memory. */
const MOST_VALUES = 20_000;
const UNIQUE_TEXTS_FROM = 20;
const MOST_KINDS = 12;
const FEWEST_OF_A_KIND = 3;

/** Levels of a category path, each as it compares. */
export const pathOf = (category: string): string[] =>
  category
    .split('>')
    .map((level) => wordsOf(level).join(' '))
    .filter((level) => level !== '');

/** Counts a catalogue product by product; it need not be in memory as a whole. */
export function countCatalogue(): StatisticsCount {
  let products = 0;
  const words = new Map<string, number>();
  const paths = new Map<string, number>();
  const keys = new Map<string, KeyCount>();
  const countIn = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  function add(product: CatalogueProduct): void {
    products += 1;
    for (const word of new Set(wordsOf(`${product.title} ${product.description}`))) countIn(words, word);
    const path = pathOf(product.category);
    for (let depth = 1; depth <= path.length; depth++) countIn(paths, path.slice(0, depth).join('>'));
    for (const [key, value] of Object.entries(product.attributes)) {
      const name = keyOf(key);
      const count = keys.get(name) ?? { products: 0, values: new Map<string, number>() };
      keys.set(name, count);
      count.products += 1;
      const { text } = readValue(value);
      if (count.values.size < MOST_VALUES || count.values.has(text)) countIn(count.values, text);
    }
  }

  const statistics = (): CatalogueStatistics => ({
    products,
    idf: (word) => Math.log((1 + products) / (1 + (words.get(word) ?? 0))) + 0.3,
    pathInformation: (path) => (path.length === 0 ? 0 : -Math.log((paths.get(path.join('>')) ?? 1) / products)),
    valueTelling(key, value) {
      const count = keys.get(key);
      if (!count || count.products < 2) return 0.5;
      return 1 - Math.log(count.values.get(value) ?? 1) / Math.log(count.products);
    },
    keyTelling(key) {
      const count = keys.get(key);
      if (!count || count.products < UNIQUE_TEXTS_FROM) return 1;
      return Math.max(0.2, 1 - (count.values.size / count.products) ** 2);
    },
    isKind(key) {
      const count = keys.get(key);
      return (
        count !== undefined && count.values.size <= MOST_KINDS && count.products >= FEWEST_OF_A_KIND * count.values.size
      );
    },
    commonValues: once((key) => {
      const values = [...(keys.get(key)?.values ?? [])].filter(
        ([value, times]) => times >= 2 && /^\S*\p{L}\S*$/u.test(value) && value.length >= 2,
      );
      return new Set(values.map(([value]) => value));
    }),
    keyIdf: (key) => Math.log((1 + products) / (1 + (keys.get(key)?.products ?? 0))) + 0.3,
  });
  return { add, statistics };
}

function once<Result>(work: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const result = known.get(key) ?? work(key);
    known.set(key, result);
    return result;
  };
}
