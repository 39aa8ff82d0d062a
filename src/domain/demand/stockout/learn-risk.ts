import { binEdges, binRows } from './binned-rows.js';
import { fitLogistic, logisticScore } from './logistic-regression.js';
import { areaUnderRoc, averagePrecision } from './ranking-quality.js';
import { LEARNERS, type LearningData, type Scorer } from './risk-learners.js';
import { seededRandom } from './seeded-random.js';

export interface RiskQuality {
  readonly auc: number;
  readonly averagePrecision: number;
}

export interface LearnedRisk {
  /** Chance of going short by row, 0 to 1. Rows with a known outcome: by models that have not seen that row. */
  readonly risk: Float64Array;
  /** The learners whose log odds were averaged. */
  readonly chosen: readonly string[];
  /** How each learner, and the mix chosen, ranked rows it had not seen. */
  readonly quality: ReadonlyMap<string, RiskQuality>;
}

const FOLDS = 4;
/** Fewer of either outcome teach nothing that can be checked. */
export const LEAST_OUTCOMES = 8;
/** Rows of either outcome that a model learns from; more are sampled down and weighed up. */
const MOST_ROWS = 100_000;
const SEED = 20_240_229;

/** Mixes that are tried, by index into LEARNERS. */
const MIXES = [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [0, 1, 2], [1, 2, 3], [0, 1, 2, 3]];

/**
 * Learns the chance of going short from the rows whose outcome is known (1 short, 0 not, −1 unknown) by four-fold
 * cross-validation: each learner is trained four times on three quarters; the mix of learners that ranks the left-out
 * quarters best (area under the ROC curve plus average precision) is used, its log odds brought to the observed
 * frequency (Platt 1999). Rows with unknown outcome get the mean of the four. `values` holds the features of the rows,
 * row after row; feature `given` is the log odds of a risk that needs no outcomes, which may stand in the mix as it is.
 * Undefined where fewer than 8 rows of either outcome are known.
 */
export function learnRisk(
  values: Float32Array,
  features: number,
  given: number,
  outcomes: Int8Array,
): LearnedRisk | undefined {
  const rows = outcomes.length;
  const known = Int32Array.from(outcomes.keys()).filter((row) => outcomes[row] !== -1);
  const shorts = known.filter((row) => outcomes[row] === 1).length;
  if (shorts < LEAST_OUTCOMES || known.length - shorts < LEAST_OUTCOMES) return undefined;
  const outcome = Uint8Array.from(outcomes, (one) => (one === 1 ? 1 : 0));
  const data: LearningData = {
    rows,
    features,
    values,
    given,
    binned: binRows(values, rows, binEdges(values, features, outcome)),
    outcome,
  };
  const fold = foldsOf(known, data.outcome);
  const trained = LEARNERS.map((learner, index) =>
    Array.from({ length: FOLDS }, (_, left) => {
      const { seen, weight } = trainingSample(data, known, fold, left, SEED + 10 * index + left);
      return learner.train(data, seen, weight, SEED + 10 * index + left);
    }),
  );
  const unseen = trained.map((scorers, index) => bestStage(data, known, fold, scorers, LEARNERS[index]?.stages ?? 1));
  const truth = Uint8Array.from(known, (row) => data.outcome[row] as number);
  const quality = new Map<string, RiskQuality>();
  let chosen = { mix: [0], scores: new Float64Array(known.length), merit: Number.NEGATIVE_INFINITY };
  for (const mix of MIXES) {
    const scores = new Float64Array(known.length);
    for (const index of mix) {
      for (const [at, score] of (unseen[index]?.scores ?? scores).entries()) {
        scores[at] = (scores[at] as number) + score / mix.length;
      }
    }
    const found = { auc: areaUnderRoc(scores, truth), averagePrecision: averagePrecision(scores, truth) };
    quality.set(mix.map((index) => LEARNERS[index]?.name).join(' + '), found);
    const merit = found.auc + found.averagePrecision;
    if (merit > chosen.merit) chosen = { mix, scores, merit };
  }
  const toChance = platt(chosen.scores, truth);
  const risk = new Float64Array(rows);
  for (const [at, row] of known.entries()) risk[row] = toChance(chosen.scores[at] as number);
  const buffer = new Float64Array(16);
  for (let row = 0; row < rows; row += 1) {
    if (outcomes[row] !== -1) continue;
    let sum = 0;
    for (const index of chosen.mix) {
      for (const scorer of trained[index] ?? []) {
        scorer(row, buffer);
        sum += buffer[unseen[index]?.stage ?? 0] as number;
      }
    }
    risk[row] = toChance(sum / (FOLDS * chosen.mix.length));
  }
  return { risk, chosen: chosen.mix.map((index) => LEARNERS[index]?.name ?? ''), quality };
}

/** The fold of each known row: dealt out at random, each outcome evenly. */
function foldsOf(known: Int32Array, outcome: Uint8Array): Uint8Array {
  const random = seededRandom(SEED);
  const order = Array.from(known, (row, at) => ({ at, isShort: outcome[row] as number, draw: random() }));
  order.sort((a, b) => a.isShort - b.isShort || a.draw - b.draw);
  const fold = new Uint8Array(known.length);
  for (const [index, { at }] of order.entries()) fold[at] = index % FOLDS;
  return fold;
}

function trainingSample(data: LearningData, known: Int32Array, fold: Uint8Array, left: number, seed: number) {
  const random = seededRandom(seed);
  const inside = known.filter((_, at) => fold[at] !== left);
  const shorts = inside.filter((row) => data.outcome[row] === 1).length;
  const share = [Math.min(1, MOST_ROWS / (inside.length - shorts)), Math.min(1, MOST_ROWS / shorts)] as const;
  const weight = new Float32Array(data.rows);
  const seen = inside.filter((row) => {
    const kept = share[data.outcome[row] === 1 ? 1 : 0];
    weight[row] = 1 / kept;
    return random() < kept;
  });
  return { seen, weight };
}

/** The stage at which a learner ranks unseen rows best, and its scores of them. */
function bestStage(
  data: LearningData,
  known: Int32Array,
  fold: Uint8Array,
  scorers: readonly Scorer[],
  stages: number,
) {
  const all = Array.from({ length: stages }, () => new Float64Array(known.length));
  const buffer = new Float64Array(stages);
  for (const [at, row] of known.entries()) {
    scorers[fold[at] as number]?.(row, buffer);
    for (let stage = 0; stage < stages; stage += 1) (all[stage] as Float64Array)[at] = buffer[stage] as number;
  }
  const truth = Uint8Array.from(known, (row) => data.outcome[row] as number);
  let best = { stage: 0, scores: new Float64Array(), merit: Number.NEGATIVE_INFINITY };
  for (const [stage, scores] of all.entries()) {
    const merit = areaUnderRoc(scores, truth) + averagePrecision(scores, truth);
    if (merit > best.merit) best = { stage, scores, merit };
  }
  return best;
}

/** From log odds to the frequency that was observed at them; the order of rows stays. */
function platt(scores: Float64Array, truth: Uint8Array): (score: number) => number {
  const values = Float32Array.from(scores);
  const rows = Int32Array.from(scores.keys());
  const model = fitLogistic(values, 1, rows, truth, new Float32Array(scores.length).fill(1), 1e-3);
  if (!((model.weights[0] as number) > 0)) return (score) => 1 / (1 + Math.exp(-score));
  const one = new Float32Array(1);
  return (score) => {
    one[0] = score;
    return 1 / (1 + Math.exp(-logisticScore(model, one, 0)));
  };
}
