import { BUCKETS } from './hash-features.js';
import { tokenise } from './normalise.js';
import { featuresOf, type SparseVector, weigh } from './vectorise.js';

const EVEN = new Float32Array(BUCKETS).fill(1);

/** How alike two texts are, 0 to 1: the cosine of their word and character n-grams. Holds up under typos. */
export function textLikeness(a: string, b: string): number {
  return cosine(weigh(featuresOf(a), EVEN), weigh(featuresOf(b), EVEN));
}

/** The cosine of two unit vectors, 0 to 1; 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const values = new Map<number, number>();
  a.buckets.forEach((bucket, at) => {
    values.set(bucket, (values.get(bucket) ?? 0) + (a.values[at] as number));
  });
  let sum = 0;
  b.buckets.forEach((bucket, at) => {
    sum += (values.get(bucket) ?? 0) * (b.values[at] as number);
  });
  return Math.min(1, sum);
}

export interface PhraseMatch {
  /** Place in the list of candidates that was given. */
  readonly index: number;
  /** 0 to 1: the mean over the phrase's telling words of how well each is found in the candidate. */
  readonly score: number;
}

/** Words that point at a thing without describing it. */
const POINTING = new Set(
  'a an the my your our this that these those it one ones item items product order of for in on with and to me is please thing stuff new'.split(
    ' ',
  ),
);
const LEAST_SCORE = 0.3;
const PREFIX_SCORE = 0.85;
/** English names end in what a thing is: a "camera" is rather a mirrorless camera than a camera bag. */
const BESIDE_HEAD = 0.92;

/**
 * Which of a few names a shopper means: "the lens" → "50 mm lens", "my cam" → "Mirrorless camera", "tripd" →
 * "Carbon tripod". Best first, only those that score at least 0.3; two close scores at the top mean: ask. An empty
 * list when the phrase describes nothing ("the one").
 */
export function matchPhrase(phrase: string, candidates: readonly string[]): PhraseMatch[] {
  const telling = tokenise(phrase).filter((word) => !POINTING.has(word) && /[\p{L}0-9]/u.test(word));
  if (telling.length === 0) return [];
  return candidates
    .map((candidate, index) => {
      const words = tokenise(candidate);
      const found = telling.reduce((sum, word) => sum + bestLikeness(word, words), 0);
      return { index, score: found / telling.length };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
}

function bestLikeness(word: string, words: readonly string[]): number {
  return words.reduce((best, other, at) => {
    const share = at === words.length - 1 ? 1 : BESIDE_HEAD;
    return Math.max(best, share * wordLikeness(word, other));
  }, 0);
}

function wordLikeness(word: string, other: string): number {
  if (word === other || `${word}s` === other || word === `${other}s`) return 1;
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (short.length >= 3 && long.startsWith(short)) return PREFIX_SCORE;
  // English glues what a thing is to its end: a chair is an armchair
  if (short.length >= 4 && long.endsWith(short)) return PREFIX_SCORE;
  return sharedGrams(` ${word} `, ` ${other} `);
}

/** Dice coefficient of character bigrams and trigrams. */
function sharedGrams(a: string, b: string): number {
  const ofA = gramsOf(a);
  const ofB = gramsOf(b);
  const shared = ofA.filter((gram) => ofB.includes(gram)).length;
  return (2 * shared) / (ofA.length + ofB.length);
}

function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (let at = 0; at < text.length - 1; at++) {
    grams.add(text.slice(at, at + 2));
    if (at < text.length - 2) grams.add(text.slice(at, at + 3));
  }
  return [...grams];
}
