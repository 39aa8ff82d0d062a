import { bucketsAlone, bucketsOfPairs, type Word } from './read-words.js';

/** The trained numbers: one inverse document frequency a bucket, one signed byte a bucket and intent, bucket by bucket. */
export interface Weights {
  readonly idf: Float32Array;
  readonly weights: Int8Array;
  /** What the bytes of an intent are to be multiplied by. */
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

/** A word with its share in every intent's score, summed over its buckets once. */
export interface ScoredWord extends Word {
  readonly alone: Share;
  readonly grams: Share;
}

interface Share {
  readonly sums: Float32Array;
  readonly squares: number;
}

/**
 * Scores messages by trained weights. What a word brings by itself is summed up when it is first met, so that of the some
 * three hundred features of a message only its pairs of words are looked up. It has arrays of its own to add up in.
 */
export class Scorer {
  private readonly ofWords: Float32Array;
  private readonly ofGrams: Float32Array;
  private readonly scores: Float64Array;

  constructor(private readonly trained: Weights) {
    const { length } = trained.scales;
    this.ofWords = new Float32Array(length);
    this.ofGrams = new Float32Array(length);
    this.scores = new Float64Array(length);
  }

  /** A word with its share in the scores. */
  readonly finish = (word: Word): ScoredWord => ({
    ...word,
    alone: this.shareOf(bucketsAlone(word)),
    grams: this.shareOf(word.characters),
  });

  private shareOf(buckets: readonly number[]): Share {
    const sums = new Float32Array(this.scores.length);
    return { sums, squares: addRows(sums, buckets, this.trained) };
  }

  /**
   * One score an intent, as its plane would give it for the message's vector (`weigh`): each kind of features is brought to
   * equal length. Holds until the next call.
   */
  scoresOf(words: readonly ScoredWord[]): Float64Array {
    const { ofWords, ofGrams, scores } = this;
    const { scales, biases } = this.trained;
    const width = scores.length;
    ofWords.fill(0);
    ofGrams.fill(0);
    let wordSquares = 0;
    let gramSquares = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as ScoredWord;
      if (words.indexOf(word) < at) continue;
      const { alone, grams } = word;
      wordSquares += alone.squares;
      gramSquares += grams.squares;
      for (let column = 0; column < width; column++) {
        ofWords[column] = (ofWords[column] as number) + (alone.sums[column] as number);
        ofGrams[column] = (ofGrams[column] as number) + (grams.sums[column] as number);
      }
    }
    wordSquares += addRows(ofWords, bucketsOfPairs(words), this.trained);
    const scaleOfWords = Math.SQRT1_2 / Math.sqrt(wordSquares);
    const scaleOfGrams = Math.SQRT1_2 / Math.sqrt(gramSquares);
    for (let column = 0; column < width; column++) {
      const sum = (ofWords[column] as number) * scaleOfWords + (ofGrams[column] as number) * scaleOfGrams;
      scores[column] = sum * (scales[column] as number) + (biases[column] as number);
    }
    return scores;
  }
}

/** Adds the buckets' weights to the sums and returns the squared length of what was added. The innermost loop of all. */
function addRows(sums: Float32Array, buckets: readonly number[], { idf, weights }: Weights): number {
  const width = sums.length;
  let squares = 0;
  for (let at = 0; at < buckets.length; at++) {
    const bucket = buckets[at] as number;
    const value = idf[bucket] as number;
    squares += value * value;
    const start = bucket * width;
    for (let column = 0; column < width; column++)
      sums[column] = (sums[column] as number) + value * (weights[start + column] as number);
  }
  return squares;
}
