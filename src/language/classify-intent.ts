import { type Judgement, judgeLikeliest, LEAST_OFFERED, offersOf } from './calibrate.js';
import type { IntentModel } from './intent-model.js';
import type { Intent } from './intents.js';

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
  const words = model.reader.read(text);
  if (words.length === 0) return { intent: 'out_of_scope', confidence: 1, band: 'reject', alternatives: [] };
  const ranked = judgeLikeliest(model.scorer.scoresOf(words), model.intents, model.calibration.sharpness);
  const { intent: best, confidence: certainty } = ranked[0] as Judgement;
  const offers = offersOf(ranked);
  if (certainty >= model.calibration.act) {
    const alternatives = offers.filter(({ intent }) => intent !== best);
    const band = best === 'out_of_scope' ? 'reject' : 'act';
    return { intent: best, confidence: certainty, band, alternatives };
  }
  const [likeliest] = offers;
  if (likeliest && certainty >= model.calibration.clarify && likeliest.confidence >= LEAST_OFFERED)
    return { ...likeliest, band: 'clarify', alternatives: offers };
  const confidence = ranked.find(({ intent }) => intent === 'out_of_scope')?.confidence ?? 0;
  return { intent: 'out_of_scope', confidence, band: 'reject', alternatives: offers };
}
