import type { Intent } from './intents.js';
import { WordReader } from './read-words.js';
import { type ScoredWord, Scorer, type Weights } from './score-words.js';
import type { Speller } from './speller.js';

/** One training sentence and what its writer wants. */
export interface IntentExample {
  readonly text: string;
  readonly intent: Intent;
}

/** A trained classifier. Bytes instead of floats as weights keep it near 2 MB. */
export interface TrainedIntents extends Weights {
  readonly intents: readonly Intent[];
  /** Fingerprint of the sentences it was trained on: unequal means that the model is stale. */
  readonly sentencesHash: string;
  readonly calibration: Calibration;
  readonly speller: Speller;
}

/** A trained classifier that is ready to read messages. */
export interface IntentModel extends TrainedIntents {
  readonly reader: WordReader<ScoredWord>;
  readonly scorer: Scorer;
}

export function readyModel(trained: TrainedIntents): IntentModel {
  const scorer = new Scorer(trained);
  return { ...trained, scorer, reader: new WordReader(trained.speller, scorer.finish) };
}

/** How scores become confidence and confidence becomes a decision; chosen by cross-validation when training. */
export interface Calibration {
  /** Scores are multiplied by this before the softmax. */
  readonly sharpness: number;
  /** Confidence from which the desk acts. */
  readonly act: number;
  /** Confidence from which it asks "did you mean A or B?"; below, it admits that it did not understand. */
  readonly clarify: number;
}

/**
 * A 53-bit fingerprint of training sentences, independent of their order, as 14 hex digits (cyrb53 by bryc, public
 * domain). It tells a stale model from a fresh one; it is no protection against anyone.
 */
export function fingerprint(examples: readonly IntentExample[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const lines = examples.map(({ text, intent }) => `${intent}\t${text}`).sort();
  for (const line of lines) {
    for (let at = 0; at <= line.length; at++) {
      const code = at < line.length ? line.charCodeAt(at) : 10;
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
