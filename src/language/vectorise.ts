import { BUCKETS, eachGram, hashPair, hashWord, toBucket } from './hash-features.js';
import { tokenise } from './normalise.js';

const WORD_SALT = 0x9e3779b9;
const EDGE = 0x811c9dc5;

/** A sparse vector: bucket numbers and their values. */
export interface SparseVector {
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
}

/** The buckets of a text's features: words (1–2) apart from characters (2–5 with word borders). One that is there twice counts twice. */
export interface TextFeatures {
  readonly words: Uint32Array;
  readonly characters: Uint32Array;
}

const NOTHING: TextFeatures = { words: new Uint32Array(), characters: new Uint32Array() };

/** What a text looks like, each feature once: for comparing texts. */
export function featuresOf(text: string): TextFeatures {
  const tokens = tokenise(text);
  if (tokens.length === 0) return NOTHING;
  return {
    words: collector.collect((into) => addWords(tokens, into)),
    characters: collector.collect((into) => {
      for (const token of tokens) eachGram(token, (bucket) => into.add(bucket));
    }),
  };
}

/**
 * One vector from both kinds of features, each kind first weighted by `idf` and brought to equal length, so that the
 * many character grams do not drown the few words; of unit length when no bucket is there twice. `idf` holds one weight
 * per bucket.
 */
export function weigh(features: TextFeatures, idf: Float32Array): SparseVector {
  const total = features.words.length + features.characters.length;
  const buckets = new Uint32Array(total);
  const values = new Float32Array(total);
  let offset = 0;
  for (const kind of [features.words, features.characters]) {
    const scale = Math.SQRT1_2 / Math.sqrt(squaresOf(kind, idf));
    for (let at = 0; at < kind.length; at++) {
      const bucket = kind[at] as number;
      buckets[offset + at] = bucket;
      values[offset + at] = (idf[bucket] as number) * scale;
    }
    offset += kind.length;
  }
  return { buckets, values };
}

/** The squared length of one kind of features, weighted by `idf`. */
function squaresOf(buckets: Uint32Array, idf: Float32Array): number {
  let squares = 0;
  for (let at = 0; at < buckets.length; at++) squares += (idf[buckets[at] as number] as number) ** 2;
  return squares;
}

/** An inverse document frequency is a whole number of such steps to 1, so that it fits into a byte. */
export const IDF_STEPS = 20;
const BYTE = 255;

/** Smoothed inverse document frequency per bucket over a corpus: ln((1 + documents) / (1 + containing)) + 1, in whole steps. */
export function inverseDocumentFrequency(corpus: readonly TextFeatures[]): Float32Array {
  const containing = new Uint32Array(BUCKETS);
  for (const { words, characters } of corpus) {
    const distinct = collector.collect((into) => {
      for (const bucket of words) into.add(bucket);
      for (const bucket of characters) into.add(bucket);
    });
    for (const bucket of distinct) containing[bucket] = (containing[bucket] ?? 0) + 1;
  }
  return Float32Array.from(containing, (count) => {
    const steps = (Math.log((1 + corpus.length) / (1 + count)) + 1) * IDF_STEPS;
    return Math.min(BYTE, Math.round(steps)) / IDF_STEPS;
  });
}

function addWords(tokens: readonly string[], into: Buckets): void {
  let before = EDGE;
  for (let at = 0; at <= tokens.length; at++) {
    const hash = hashWord(tokens[at] ?? '', WORD_SALT);
    if (at < tokens.length) into.add(toBucket(hash));
    into.add(toBucket(hashPair(before, hash)));
    before = hash;
  }
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
