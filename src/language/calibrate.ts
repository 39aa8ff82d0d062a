import type { Calibration } from './intent-model.js';
import type { Intent } from './intents.js';

/** What a model that had not seen a sentence made of it: its raw scores, by the model's order of intents. */
export interface UnseenScore {
  readonly scores: Float64Array;
  readonly intent: Intent;
}

export interface Judgement {
  readonly intent: Intent;
  readonly confidence: number;
}

/** A clarifying question offers two wishes, and a third when it is nearly as likely. */
const OFFERED = 2;
const WORTH_A_THIRD = 0.1;

/** What each outcome costs a shopper, in misunderstandings. Acting on the wrong wish is what must not happen. */
const COST = { actedWrong: 4, askedInVain: 2, refused: 2.5, asked: 0.5, offTopicActed: 4, offTopicAsked: 0.5 };

/** Softmax over scores, most likely first. */
export function judge(scores: Float64Array, intents: readonly Intent[], sharpness: number): Judgement[] {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const powers = intents.map((_, at) => Math.exp(sharpness * ((scores[at] as number) - highest)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return intents
    .map((intent, at) => ({ intent, confidence: (powers[at] as number) / total }))
    .sort((a, b) => b.confidence - a.confidence);
}

/**
 * The sharpness under which confidence is most honest (least log loss on unseen sentences), then the two thresholds
 * at which the total cost of acting, asking and refusing is least.
 */
export function calibrate(unseen: readonly UnseenScore[], intents: readonly Intent[]): Calibration {
  const sharpness = leastBy(steps(1, 12, 0.25), (candidate) => logLoss(unseen, intents, candidate));
  const judged = unseen.map(({ scores, intent }) => ({ intent, ranked: judge(scores, intents, sharpness) }));
  const act = leastBy(steps(0.2, 0.9, 0.02), (candidate) => costOf(judged, { sharpness, act: candidate, clarify: 0 }));
  const clarify = leastBy(steps(0, act, 0.02), (candidate) => costOf(judged, { sharpness, act, clarify: candidate }));
  return { sharpness, act, clarify };
}

/** The wishes worth offering in a clarifying question. */
export function offersOf(ranked: readonly Judgement[]): Judgement[] {
  return ranked
    .filter(({ intent }) => intent !== 'out_of_scope')
    .filter(({ confidence }, at) => at < OFFERED || (at === OFFERED && confidence >= WORTH_A_THIRD));
}

function costOf(judged: readonly { intent: Intent; ranked: Judgement[] }[], calibration: Calibration): number {
  let cost = 0;
  for (const { intent, ranked } of judged) cost += costOfOne(intent, ranked, calibration);
  return cost;
}

function costOfOne(truth: Intent, ranked: readonly Judgement[], { act, clarify }: Calibration): number {
  const best = ranked[0] as Judgement;
  const offTopic = truth === 'out_of_scope';
  if (best.confidence >= act) {
    if (best.intent === truth) return 0;
    if (best.intent === 'out_of_scope') return COST.refused;
    return offTopic ? COST.offTopicActed : COST.actedWrong;
  }
  if (best.confidence < clarify) return offTopic ? 0 : COST.refused;
  if (offTopic) return COST.offTopicAsked;
  return offersOf(ranked).some(({ intent }) => intent === truth) ? COST.asked : COST.askedInVain;
}

function logLoss(unseen: readonly UnseenScore[], intents: readonly Intent[], sharpness: number): number {
  let loss = 0;
  for (const { scores, intent } of unseen) {
    const own = judge(scores, intents, sharpness).find((one) => one.intent === intent);
    loss -= Math.log(Math.max(own?.confidence ?? 0, 1e-9));
  }
  return loss;
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by + 1e-9) + 1 }, (_, at) => from + at * by);
}

function leastBy(candidates: readonly number[], cost: (candidate: number) => number): number {
  let best = candidates[0] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const here = cost(candidate);
    if (here < least) [best, least] = [candidate, here];
  }
  return best;
}
