import { conceptOf, markDenied, mayDeny } from './concepts.js';
import { eachGram, hashPair, hashWord, toBucket } from './hash-features.js';
import { tokenise } from './normalise.js';
import { correct, type Speller } from './speller.js';
import type { TextFeatures } from './vectorise.js';

/** A token as the classifier reads it: its spelling mended, and what it brings to a message's features. */
export interface Word {
  readonly token: string;
  readonly wordHash: number;
  /** Of the idea that the word stands for; one idea for all words the model hardly knows, mostly names of products. */
  readonly ideaHash: number;
  /** Buckets of its character n-grams. */
  readonly characters: readonly number[];
  readonly mayDeny: boolean;
}

const WORD_SALT = 0x9e3779b9;
const IDEA_SALT = 0x51ed270b;
const GAP_SALT = 0x2545f491;
const EDGE = 0x811c9dc5;
const STRANGE = '<strange>';

/** So many words are kept that were met: messages are made of the same few hundred. */
const MOST_KEPT = 4_000;

/** Reads messages into words, each worked out once; `finish` adds what else is wanted of a word. */
export class WordReader<Finished extends Word> {
  private readonly met = new Map<string, Finished>();

  constructor(
    private readonly speller: Speller,
    private readonly finish: (word: Word) => Finished,
  ) {}

  /** The words of a message, with a denied wish as a word of its own. */
  read(text: string): readonly Finished[] {
    const words: Finished[] = [];
    let mayDeny = false;
    for (const token of tokenise(text)) {
      const word = this.wordOf(token);
      if (word.mayDeny) mayDeny = true;
      words.push(word);
    }
    if (!mayDeny) return words;
    return markDenied(words.map(({ token }) => token)).map((token, at) => {
      const word = words[at] as Finished;
      return token === word.token ? word : this.wordOf(token);
    });
  }

  private wordOf(written: string): Finished {
    const known = this.met.get(written);
    if (known) return known;
    const word = this.finish(workOut(correct(this.speller, written), this.speller));
    if (this.met.size >= MOST_KEPT) this.met.clear();
    this.met.set(written, word);
    return word;
  }
}

function workOut(token: string, { known }: Speller): Word {
  const idea = conceptOf(token);
  const isStrange = /^[a-z]/.test(idea) && !known.has(idea);
  const characters: number[] = [];
  eachGram(token, (bucket) => characters.push(bucket));
  return {
    token,
    wordHash: hashWord(token, WORD_SALT),
    ideaHash: hashWord(isStrange ? STRANGE : idea, IDEA_SALT),
    characters,
    mayDeny: mayDeny(token),
  };
}

/** The buckets of a word by itself: as it stands, and the idea behind it. */
export const bucketsAlone = ({ wordHash, ideaHash }: Word): [number, number] => [
  toBucket(wordHash),
  toBucket(ideaHash),
];

/** The buckets of words beside their neighbours: as they stand, by their ideas, and by the ideas with one word between. */
export function bucketsOfPairs(words: readonly Word[]): number[] {
  const buckets: number[] = [];
  let word = EDGE;
  let idea = EDGE;
  let ideaBefore = EDGE;
  for (let at = 0; at <= words.length; at++) {
    const { wordHash = EDGE, ideaHash = EDGE } = words[at] ?? {};
    buckets.push(
      toBucket(hashPair(word, wordHash)),
      toBucket(hashPair(idea, ideaHash)),
      toBucket(hashPair(ideaBefore ^ GAP_SALT, ideaHash)),
    );
    word = wordHash;
    ideaBefore = idea;
    idea = ideaHash;
  }
  return buckets;
}

/** All features of a message: each different word once, its pairs as often as they stand there. */
export function featuresOfWords(words: readonly Word[]): TextFeatures {
  const different = [...new Set(words)];
  if (words.length === 0) return { words: new Uint32Array(), characters: new Uint32Array() };
  return {
    words: Uint32Array.from([...different.flatMap(bucketsAlone), ...bucketsOfPairs(words)]),
    characters: Uint32Array.from(different.flatMap(({ characters }) => characters)),
  };
}
