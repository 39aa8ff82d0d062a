import type { BinnedRows } from './binned-rows.js';
import { type BoostSettings, boostedScore, boostTrees } from './boosted-trees.js';
import { fitLogistic, logisticScore } from './logistic-regression.js';

/** Everything a learner may look at, row by row. */
export interface LearningData {
  readonly rows: number;
  readonly features: number;
  readonly values: Float32Array;
  /** Which feature is a risk already, as log odds. */
  readonly given: number;
  readonly binned: BinnedRows;
  /** 1 or 0 where the outcome is known. */
  readonly outcome: Uint8Array;
}

/** Log odds of a row at each of the learner's stages. */
export type Scorer = (row: number, into: Float64Array) => void;

export interface Learner {
  readonly name: string;
  /** How many stages it scores at: of boosted trees, after how many trees; which is best is found by trying. */
  readonly stages: number;
  readonly train: (data: LearningData, rows: Int32Array, weight: Float32Array, seed: number) => Scorer;
}

const STAGES = 6;
const TREES_A_STAGE = 25;

function treeLearner(name: string, settings: Omit<BoostSettings, 'trees' | 'seed'>): Learner {
  return {
    name,
    stages: STAGES,
    train({ binned, outcome }, rows, weight, seed) {
      const model = boostTrees(binned, rows, outcome, weight, { ...settings, trees: STAGES * TREES_A_STAGE, seed });
      return (row, into) => {
        let score = model.start;
        for (let stage = 0; stage < STAGES; stage += 1) {
          const done = stage * TREES_A_STAGE;
          score = boostedScore(model, binned, row, done + TREES_A_STAGE, { done, score });
          into[stage] = score;
        }
      };
    },
  };
}

/** Learners that are tried; what is used is chosen by cross-validation. */
export const LEARNERS: readonly Learner[] = [
  treeLearner('deep trees', { leaves: 31, leastRows: 20, penalty: 3, rate: 0.1, rowShare: 0.7, featureShare: 0.6 }),
  treeLearner('shallow trees', { leaves: 6, leastRows: 10, penalty: 3, rate: 0.12, rowShare: 0.7, featureShare: 0.6 }),
  {
    name: 'logistic regression',
    stages: 1,
    train({ values, features, outcome }, rows, weight) {
      const model = fitLogistic(values, features, rows, outcome, weight, 5);
      return (row, into) => {
        into[0] = logisticScore(model, values, row * features);
      };
    },
  },
  {
    name: 'risk from first principles',
    stages: 1,
    // learns nothing, so it holds up where outcomes are few
    train:
      ({ values, features, given }) =>
      (row, into) => {
        into[0] = values[row * features + given] as number;
      },
  },
];
