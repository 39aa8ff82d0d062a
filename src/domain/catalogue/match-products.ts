import { matchPhrase } from '../../language/text-likeness.js';
import { wordsOf } from '../substitutes/title-words.js';

export interface NamedProduct {
  readonly title: string;
  readonly brand: string;
}

export interface ProductMatch {
  /** Place in the list that was given. */
  readonly index: number;
  /** 0 to 1: the share of what was asked for that the product's title bears, rare words counting more. */
  readonly score: number;
}

/** Words of a question about stock, and manners. They name no product. */
const NEVER_NAMES = new Set(
  `a an the is are am was be been being do does did have has had having can could would should will shall may might
   i im ive id me my mine we our us you your u ur it its this that these those there here they them he she any anything
   some more another one in on at of for from to with by and or but so if as when where what which how why who whether
   get getting got buy buying purchase order ordered ordering want wanna need like looking look sell sold selling sale
   stock stocked restock restocked restocking available availability back again soon still now right currently moment
   today tomorrow yet left out come coming comes return ever never already ship shipping arrive expect expected date
   please pls plz hi hello hey thanks thank just wondering know tell say check see product item thing stuff shop store
   online website site guy there's theres whats dont cant many much enough unit piece not no yes new about ask asking
   question something else`
    .split(/\s+/)
    .filter(Boolean),
);
/** A word must be this close to a word of a title to count as it. */
const SAME_WORD = 0.6;
/** Less than this share found is another product. */
const LEAST_SCORE = 0.5;

/**
 * The products whose titles bear what a question names, best first; only those that bear at least half of it. Typos are
 * forgiven in words, never in numbers: a 35 mm lens is no 50 mm lens. None when the words name nothing.
 */
export function matchProducts(words: string, products: readonly NamedProduct[]): ProductMatch[] {
  const asked = new Set(splitNumbers(words).filter((word) => !NEVER_NAMES.has(word)));
  const titles = products.map(({ title, brand }) => new Set(splitNumbers(`${title} ${brand}`)));
  const vocabulary = [...new Set(titles.flatMap((title) => [...title]))];
  const weightOf = rarity(titles);
  const found = new Map<number, number>();
  let wanted = 0;
  for (const word of asked) {
    const alike = likeWords(word, vocabulary);
    wanted += Math.max(0, ...alike.map(({ known }) => weightOf(known))) || weightOf(null);
    for (const [index, title] of titles.entries()) {
      const best = Math.max(
        0,
        ...alike.map(({ known, likeness }) => (title.has(known) ? likeness * weightOf(known) : 0)),
      );
      if (best > 0) found.set(index, (found.get(index) ?? 0) + best);
    }
  }
  return [...found]
    .map(([index, weight]) => ({ index, score: Math.min(1, weight / wanted) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

/** Scores this close to the best are as good as it. */
const AS_GOOD = 0.08;

/**
 * The products that may be meant: those that match best. Of equals those whose own name it is come alone: a "camera" is
 * a camera and no camera bag.
 */
export function productsMeant(words: string, products: readonly NamedProduct[]): number[] {
  const matches = matchProducts(words, products);
  const leaders = matches.filter(({ score }) => score > (matches[0]?.score ?? 0) - AS_GOOD).map(({ index }) => index);
  const asked = new Set(splitNumbers(words));
  const named = leaders.filter((index) => asked.has(nameOf(products[index]?.title ?? '')));
  return named.length > 0 ? named : leaders;
}

/** English names end in what a thing is, before any variant or companion: "A1 camera, black" is a camera. */
const nameOf = (title: string): string => splitNumbers(title.split(/,| with | for /)[0] ?? '').at(-1) ?? '';

/** "50mm" is written "50 mm" in titles, and "f/1.8" holds a number. */
const splitNumbers = (text: string): string[] =>
  wordsOf(text.replace(/(\d)(?=\p{L})/gu, '$1 ').replace(/(\p{L})(?=\d)/gu, '$1 '));

function likeWords(word: string, vocabulary: readonly string[]): { known: string; likeness: number }[] {
  if (vocabulary.includes(word)) return [{ known: word, likeness: 1 }];
  if (/\d/.test(word) || word.length < 3) return [];
  return matchPhrase(word, vocabulary).flatMap(({ index, score }) => {
    const known = vocabulary[index];
    return known !== undefined && score >= SAME_WORD && !/\d/.test(known) ? [{ known, likeness: score }] : [];
  });
}

/** How much a word tells: log of the number of titles over those that bear it; an unknown word as much as the rarest. */
function rarity(titles: readonly ReadonlySet<string>[]): (word: string | null) => number {
  const bearing = new Map<string, number>();
  for (const title of titles) for (const word of title) bearing.set(word, (bearing.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + titles.length / (word === null ? 1 : (bearing.get(word) ?? 1)));
}
