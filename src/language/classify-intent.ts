import { type Judgement, judge, offersOf } from './calibrate.js';
import type { IntentModel } from './intent-model.js';
import type { Intent } from './intents.js';
import { messageFeaturesOf, weigh } from './vectorise.js';

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
  const ranked = judge(scores, model.intents, model.calibration.sharpness);
  const best = ranked[0] as Judgement;
  const offers = offersOf(ranked);
  const confidenceOf = (intent: Intent) => ranked.find((one) => one.intent === intent)?.confidence ?? 0;
  if (best.confidence >= model.calibration.act) {
    const alternatives = offers.filter(({ intent }) => intent !== best.intent);
    return { ...best, band: best.intent === 'out_of_scope' ? 'reject' : 'act', alternatives };
  }
  if (best.confidence >= model.calibration.clarify) {
    const first = offers[0] as Judgement;
    return { ...first, band: 'clarify', alternatives: offers };
  }
  return { intent: 'out_of_scope', confidence: confidenceOf('out_of_scope'), band: 'reject', alternatives: offers };
}

/** One score per intent, or nothing when the text has no letter, digit or sign to go by. */
function scoresOf(model: IntentModel, text: string): Float64Array | undefined {
  const { buckets, values } = weigh(messageFeaturesOf(text, model.speller), model.idf);
  if (buckets.length === 0) return undefined;
  const width = model.intents.length;
  const sums = new Float64Array(width);
  for (let at = 0; at < buckets.length; at++) {
    const start = (buckets[at] as number) * width;
    const value = values[at] as number;
    for (let column = 0; column < width; column++) {
      sums[column] = (sums[column] as number) + value * (model.weights[start + column] as number);
    }
  }
  return sums.map((sum, column) => sum * (model.scales[column] as number) + (model.biases[column] as number));
}
