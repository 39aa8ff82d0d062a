import { type Judgement, judgeLikeliest, offersOf } from './calibrate.js';
import type { IntentModel } from './intent-model.js';
import type { Intent } from './intents.js';
import { lengthOf, messageFeaturesOf } from './vectorise.js';

/** `act`: do it. `clarify`: ask which of the alternatives is meant. `reject`: say that it was not understood. */
export type Band = 'act' | 'clarify' | 'reject';

export interface Classification {
  /** `out_of_scope` whenever the band is `reject`. */
  readonly intent: Intent;
  /** Calibrated probability, 0 to 1, that the intent is the one meant. */
  readonly confidence: number;
  readonly band: Band;
  /** For `clarify` what to offer, likeliest first; otherwise the runners-up. */
  readonly alternatives: readonly Judgement[];
}

/** Names what the writer of a message wants. Takes the message as one wish; see `understand` for several. */
export function classifyIntent(model: IntentModel, text: string): Classification {
  const scores = scoresOf(model, text);
  if (!scores) return { intent: 'out_of_scope', confidence: 1, band: 'reject', alternatives: [] };
  const ranked = judgeLikeliest(scores, model.intents, model.calibration.sharpness);
  const best = ranked[0] as Judgement;
  const offers = offersOf(ranked);
  if (best.confidence >= model.calibration.act) {
    const alternatives = offers.filter(({ intent }) => intent !== best.intent);
    return { ...best, band: best.intent === 'out_of_scope' ? 'reject' : 'act', alternatives };
  }
  if (best.confidence >= model.calibration.clarify) {
    const first = offers[0] as Judgement;
    return { ...first, band: 'clarify', alternatives: offers };
  }
  const confidence = ranked.find(({ intent }) => intent === 'out_of_scope')?.confidence ?? 0;
  return { intent: 'out_of_scope', confidence, band: 'reject', alternatives: offers };
}

/** One score per intent, or nothing when the text has no letter, digit or sign to go by. */
function scoresOf({ intents, idf, weights, scales, biases, speller }: IntentModel, text: string): Float64Array | null {
  const { words, characters } = messageFeaturesOf(text, speller);
  if (words.length + characters.length === 0) return null;
  const width = intents.length;
  const scores = new Float64Array(width);
  // as `weigh`, without writing the vector down
  for (const buckets of [words, characters]) {
    const scale = Math.SQRT1_2 / lengthOf(buckets, idf);
    for (let at = 0; at < buckets.length; at++) {
      const bucket = buckets[at] as number;
      const value = (idf[bucket] as number) * scale;
      const start = bucket * width;
      for (let column = 0; column < width; column++) {
        scores[column] = (scores[column] as number) + value * (weights[start + column] as number);
      }
    }
  }
  for (let column = 0; column < width; column++)
    scores[column] = (scores[column] as number) * (scales[column] as number) + (biases[column] as number);
  return scores;
}
