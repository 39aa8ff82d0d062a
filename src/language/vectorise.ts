import { markDenied, toConcepts } from './concepts.js';
import { tokenise } from './normalise.js';
import { correct, type Speller } from './speller.js';

/** Buckets that features are hashed into; two features that share one are treated as the same. */
export const BUCKETS = 1 << 16;

const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_SALT = 0x9e3779b9;
const PAIR_SALT = 0x7f4a7c15;
const CONCEPT_SALT = 0x51ed270b;
const GAP_SALT = 0x2545f491;

/** A sparse vector of unit length (or empty): bucket numbers and their values. */
export interface SparseVector {
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
}

/** The distinct buckets of a text's features: words (1–2) apart from characters (2–5 with word borders). */
export interface TextFeatures {
  readonly words: Uint32Array;
  readonly characters: Uint32Array;
}

const NOTHING: TextFeatures = { words: new Uint32Array(), characters: new Uint32Array() };

/** What a text looks like: for comparing texts. */
export function featuresOf(text: string): TextFeatures {
  const tokens = tokenise(text);
  if (tokens.length === 0) return NOTHING;
  return {
    words: collector.collect((into) => addWords(tokens, into)),
    characters: collector.collect((into) => addCharacters(tokens, into)),
  };
}

/**
 * What a message says: its looks after spelling is mended, and its words by the ideas they stand for, with a denied
 * wish as a word of its own and one idea for all words the model hardly knows (mostly names of products).
 */
export function messageFeaturesOf(text: string, speller: Speller): TextFeatures {
  const tokens = markDenied(tokenise(text).map((token) => correct(speller, token)));
  if (tokens.length === 0) return NOTHING;
  const ideas = toConcepts(tokens).map((idea) => (isStrange(idea, speller) ? '<strange>' : idea));
  return {
    words: collector.collect((into) => {
      addWords(tokens, into);
      addConcepts(ideas, into);
    }),
    characters: collector.collect((into) => addCharacters(tokens, into)),
  };
}

const isStrange = (idea: string, speller: Speller): boolean => /^[a-z]/.test(idea) && !speller.known.has(idea);

/**
 * One unit vector from both kinds of features, each kind first weighted by `idf` and brought to equal length, so that
 * the many character grams do not drown the few words. `idf` holds one weight per bucket.
 */
export function weigh(features: TextFeatures, idf: Float32Array): SparseVector {
  const total = features.words.length + features.characters.length;
  const buckets = new Uint32Array(total);
  const values = new Float32Array(total);
  let offset = 0;
  for (const kind of [features.words, features.characters]) {
    const scale = Math.SQRT1_2 / lengthOf(kind, idf);
    for (let at = 0; at < kind.length; at++) {
      const bucket = kind[at] as number;
      buckets[offset + at] = bucket;
      values[offset + at] = (idf[bucket] as number) * scale;
    }
    offset += kind.length;
  }
  return { buckets, values };
}

/** The length of one kind of features, weighted by `idf`, as a vector. */
export function lengthOf(buckets: Uint32Array, idf: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < buckets.length; at++) squares += (idf[buckets[at] as number] as number) ** 2;
  return Math.sqrt(squares);
}

/** Smoothed inverse document frequency per bucket over a corpus: ln((1 + documents) / (1 + containing)) + 1. */
export function inverseDocumentFrequency(corpus: readonly TextFeatures[]): Float32Array {
  const containing = new Uint32Array(BUCKETS);
  for (const { words, characters } of corpus) {
    for (const bucket of words) containing[bucket] = (containing[bucket] ?? 0) + 1;
    for (const bucket of characters) containing[bucket] = (containing[bucket] ?? 0) + 1;
  }
  return Float32Array.from(containing, (count) => Math.log((1 + corpus.length) / (1 + count)) + 1);
}

function addWords(tokens: readonly string[], into: Buckets): void {
  let before = FNV_OFFSET;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at] ?? '';
    if (token !== '') into.add(toBucket(hashWord(token, WORD_SALT)));
    into.add(toBucket(hashWord(token, before)));
    before = hashWord(token, PAIR_SALT);
  }
}

/** Ideas alone, beside their neighbour, and with one word between. */
function addConcepts(concepts: readonly string[], into: Buckets): void {
  let before = CONCEPT_SALT;
  let twoBefore = CONCEPT_SALT;
  for (let at = 0; at <= concepts.length; at++) {
    const concept = concepts[at] ?? '';
    into.add(toBucket(hashWord(concept, CONCEPT_SALT)));
    into.add(toBucket(hashWord(concept, before)));
    into.add(toBucket(hashWord(concept, twoBefore ^ GAP_SALT)));
    twoBefore = before;
    before = hashWord(concept, PAIR_SALT ^ CONCEPT_SALT);
  }
}

const SPACE = 0x20;

function addCharacters(tokens: readonly string[], into: Buckets): void {
  for (const token of tokens) {
    const length = token.length + 2;
    for (let start = 0; start < length - 1; start++) {
      let hash = FNV_OFFSET;
      const end = Math.min(start + LONGEST_GRAM, length);
      for (let at = start; at < end; at++) {
        const code = at === 0 || at === length - 1 ? SPACE : token.charCodeAt(at - 1);
        hash = Math.imul(hash ^ code, FNV_PRIME);
        if (at - start + 1 >= SHORTEST_GRAM) into.add(toBucket(hash));
      }
    }
  }
}

function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return Math.imul(hash ^ SPACE, FNV_PRIME);
}

function toBucket(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return (Math.imul(mixed, 0xc2b2ae35) >>> 16) % BUCKETS;
}

/** Collects distinct buckets. One collector serves all texts: it marks what it has seen with the number of the text. */
class Buckets {
  private readonly seenIn = new Uint32Array(BUCKETS);
  private readonly found = new Uint32Array(BUCKETS);
  private count = 0;
  private text = 0;

  /** In the order they were first met. */
  collect(fill: (into: Buckets) => void): Uint32Array {
    if (this.text === 0xffffffff) {
      this.seenIn.fill(0);
      this.text = 0;
    }
    this.text += 1;
    this.count = 0;
    fill(this);
    return this.found.slice(0, this.count);
  }

  add(bucket: number): void {
    if (this.seenIn[bucket] === this.text) return;
    this.seenIn[bucket] = this.text;
    this.found[this.count] = bucket;
    this.count += 1;
  }
}

const collector = new Buckets();
