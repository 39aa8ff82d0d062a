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

/** A clarifying question offers two wishes, and a third unless that is out of the question. */
const OFFERED = 2;
const WORTH_A_THIRD = 0.02;
/** Less likely than this, an offer is a guess, and the honest answer is that it was not understood. */
const LEAST_ASKED = 0.1;
/** Less likely than this, even the best offer only puzzles who spoke of something else. */
export const LEAST_OFFERED = 0.05;

/**
 * Share of unseen sentences that may be acted on wrongly; decides from where the desk acts. The sentences are half of
 * them misspelt, and judged by models that saw two thirds of the rest, so the finished model stays below it.
 */
const MOST_WRONG = 0.03;
/** What it costs to ask or to refuse, in misunderstandings. Decides from where the desk asks. */
const COST = { asked: 0.5, askedInVain: 2.5, refused: 2, offTopicAsked: 0.5 };

/** Softmax over scores, most likely first. */
export function judge(scores: Float64Array, intents: readonly Intent[], sharpness: number): Judgement[] {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const powers = intents.map((_, at) => Math.exp(sharpness * ((scores[at] as number) - highest)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return intents
    .map((intent, at) => ({ intent, confidence: (powers[at] as number) / total }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** How many of the likeliest a decision looks at: the one acted on and what a question offers, background aside. */
const LOOKED_AT = OFFERED + 2;

/** The likeliest of `judge`, and the background class wherever it stands. */
export function judgeLikeliest(scores: Float64Array, intents: readonly Intent[], sharpness: number): Judgement[] {
  const places: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    let place = places.length;
    while (place > 0 && (scores[places[place - 1] as number] as number) < (scores[at] as number)) place--;
    if (place < LOOKED_AT) places.splice(place, 0, at);
    if (places.length > LOOKED_AT) places.pop();
  }
  const highest = scores[places[0] as number] as number;
  let total = 0;
  for (const score of scores) total += Math.exp(sharpness * (score - highest));
  const background = intents.indexOf('out_of_scope');
  if (background >= 0 && !places.includes(background)) places.push(background);
  return places.map((at) => ({
    intent: intents[at] as Intent,
    confidence: Math.exp(sharpness * ((scores[at] as number) - highest)) / total,
  }));
}

/**
 * The sharpness under which confidence is most honest (least log loss on unseen sentences), then the lowest threshold
 * for acting that keeps wrong acts rare, then the threshold for asking at which asking and refusing cost least.
 */
export function calibrate(unseen: readonly UnseenScore[], intents: readonly Intent[]): Calibration {
  const sharpness = leastBy(steps(1, 12, 0.25), (candidate) => logLoss(unseen, intents, candidate));
  const judged = unseen.map(({ scores, intent }) => ({ intent, ranked: judge(scores, intents, sharpness) }));
  const act = steps(0.5, 0.98, 0.02).find((candidate) => wrongShare(judged, candidate) <= MOST_WRONG) ?? 1;
  const doubtful = judged.filter(({ ranked }) => confidenceOf(ranked) < act);
  const clarify = leastBy(steps(LEAST_ASKED, act, 0.02), (candidate) => costOfAsking(doubtful, candidate));
  return { sharpness, act, clarify };
}

/** The wishes worth offering in a clarifying question. */
export function offersOf(ranked: readonly Judgement[]): Judgement[] {
  return ranked
    .filter(({ intent }) => intent !== 'out_of_scope')
    .filter(({ confidence }, at) => at < OFFERED || (at === OFFERED && confidence >= WORTH_A_THIRD));
}

interface Judged {
  readonly intent: Intent;
  readonly ranked: readonly Judgement[];
}

const confidenceOf = (ranked: readonly Judgement[]): number => ranked[0]?.confidence ?? 0;

function wrongShare(judged: readonly Judged[], act: number): number {
  const wrong = judged.filter(({ intent, ranked: [best] }) => {
    if (!best || best.confidence < act) return false;
    return best.intent !== intent && best.intent !== 'out_of_scope';
  });
  return wrong.length / judged.length;
}

function costOfAsking(doubtful: readonly Judged[], clarify: number): number {
  return doubtful.reduce((sum, { intent, ranked }) => {
    const offTopic = intent === 'out_of_scope';
    if (confidenceOf(ranked) < clarify) return sum + (offTopic ? 0 : COST.refused);
    if (offTopic) return sum + COST.offTopicAsked;
    const offered = offersOf(ranked).some((offer) => offer.intent === intent);
    return sum + (offered ? COST.asked : COST.askedInVain);
  }, 0);
}

function logLoss(unseen: readonly UnseenScore[], intents: readonly Intent[], sharpness: number): number {
  let loss = 0;
  for (const { scores, intent } of unseen) {
    loss -= Math.log(Math.max(confidenceIn(scores, intents.indexOf(intent), sharpness), 1e-9));
  }
  return loss;
}

/** What `judge` gives one of the intents. */
function confidenceIn(scores: Float64Array, place: number, sharpness: number): number {
  const own = scores[place] as number;
  let relative = 0;
  for (const score of scores) relative += Math.exp(sharpness * (score - own));
  return 1 / relative;
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
