import { bucketsAlone, bucketsOfPairs, type Word } from './read-words.js';
import { IDF_STEPS } from './vectorise.js';

/** The trained numbers. */
export interface Weights {
  /**
   * A row of bytes a bucket: a signed weight for each intent, and last the bucket's inverse document frequency in
   * `IDF_STEPS` (unsigned). All that is known of a bucket lies in one place, since the time goes into fetching it.
   */
  readonly rows: Int8Array;
  /** What the bytes of an intent are to be multiplied by. */
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

/** A word with its share in every intent's score, summed over its buckets once. */
export interface ScoredWord extends Word {
  /** By its words and then by its characters: a sum an intent, and last the squared length of what was added up. */
  readonly sums: Float32Array;
}

/**
 * Scores messages by trained weights. What a word brings by itself is summed up when it is first met, so that of the some
 * three hundred features of a message only its pairs of words are looked up. It has arrays of its own to add up in.
 */
export class Scorer {
  private readonly sums: Float32Array;
  private readonly scores: Float64Array;

  constructor(private readonly trained: Weights) {
    const { length } = trained.scales;
    this.sums = new Float32Array(2 * (length + 1));
    this.scores = new Float64Array(length);
  }

  /** A word with its share in the scores. */
  readonly finish = (word: Word): ScoredWord => {
    const sums = new Float32Array(this.sums.length);
    addRows(sums, 0, bucketsAlone(word), this.trained.rows);
    addRows(sums, sums.length / 2, word.characters, this.trained.rows);
    return { ...word, sums };
  };

  /**
   * One score an intent, as its plane would give it for the message's vector (`weigh`): each kind of features is brought to
   * equal length. Holds until the next call.
   */
  scoresOf(words: readonly ScoredWord[]): Float64Array {
    const { sums, scores, trained } = this;
    const { scales, biases, rows } = trained;
    sums.fill(0);
    addRows(sums, 0, bucketsOfPairs(words), rows);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as ScoredWord;
      if (words.indexOf(word) < at) continue;
      const own = word.sums;
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (own[k] as number);
    }
    const half = sums.length / 2;
    const scaleOfWords = Math.SQRT1_2 / Math.sqrt(sums[half - 1] as number);
    const scaleOfGrams = Math.SQRT1_2 / Math.sqrt(sums[sums.length - 1] as number);
    for (let column = 0; column < scores.length; column++) {
      const sum = (sums[column] as number) * scaleOfWords + (sums[half + column] as number) * scaleOfGrams;
      scores[column] = sum * (scales[column] as number) + (biases[column] as number);
    }
    return scores;
  }
}

/** Adds the buckets' rows, each times its document frequency, to the half of the sums that begins at `offset`. The innermost loop of all. */
function addRows(sums: Float32Array, offset: number, buckets: readonly number[], rows: Int8Array): void {
  const last = sums.length / 2 - 1;
  let squares = 0;
  for (let at = 0; at < buckets.length; at++) {
    const start = (buckets[at] as number) * (last + 1);
    const value = ((rows[start + last] as number) & 0xff) / IDF_STEPS;
    squares += value * value;
    for (let column = 0; column < last; column++)
      sums[offset + column] = (sums[offset + column] as number) + value * (rows[start + column] as number);
  }
  sums[offset + last] = (sums[offset + last] as number) + squares;
}
