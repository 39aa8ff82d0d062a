import type { BinnedRows } from './binned-rows.js';
import { type GrowSettings, growTree, type Tree, treeValue } from './grow-tree.js';
import { seededRandom } from './seeded-random.js';

export interface BoostSettings extends GrowSettings {
  readonly trees: number;
  /** Share of a tree's values that is added. */
  readonly rate: number;
  /** Share of the rows and of the features that a tree sees. */
  readonly rowShare: number;
  readonly featureShare: number;
  readonly seed: number;
}

export interface BoostedTrees {
  readonly start: number;
  readonly rate: number;
  readonly trees: readonly Tree[];
}

/**
 * Boosted trees for a yes-or-no outcome (stochastic gradient boosting with logistic loss, Friedman 2002). `rows` are
 * the rows to learn from; `outcome` is 1 or 0 and `weight` at least 0, by row. The same seed gives the same trees.
 */
export function boostTrees(
  data: BinnedRows,
  rows: Int32Array,
  outcome: Uint8Array,
  weight: Float32Array,
  settings: BoostSettings,
): BoostedTrees {
  const random = seededRandom(settings.seed);
  let hits = 0.5;
  let misses = 0.5;
  for (const row of rows) {
    if (outcome[row]) hits += weight[row] as number;
    else misses += weight[row] as number;
  }
  const start = Math.log(hits / misses);
  const score = new Float64Array(data.rows).fill(start);
  const gradient = new Float64Array(data.rows);
  const curvature = new Float64Array(data.rows);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.trees; round += 1) {
    const seen = rows.filter(() => random() < settings.rowShare);
    const columns = Array.from({ length: data.features }, (_, feature) => feature).filter(
      () => random() < settings.featureShare,
    );
    if (seen.length === 0 || columns.length === 0) continue;
    for (const row of seen) {
      const chance = 1 / (1 + Math.exp(-(score[row] as number)));
      gradient[row] = (weight[row] as number) * (chance - (outcome[row] as number));
      curvature[row] = (weight[row] as number) * chance * (1 - chance);
    }
    const tree = growTree(data, seen, columns, gradient, curvature, settings);
    for (const row of rows) score[row] = (score[row] as number) + settings.rate * treeValue(tree, data, row);
    trees.push(tree);
  }
  return { start, rate: settings.rate, trees };
}

/** Log odds of a row after the first `count` trees, going on from those after the first `done`. */
export function boostedScore(
  { start, rate, trees }: BoostedTrees,
  data: BinnedRows,
  row: number,
  count = trees.length,
  from: { readonly done: number; readonly score: number } = { done: 0, score: start },
): number {
  let score = from.score;
  for (let index = from.done; index < Math.min(count, trees.length); index += 1) {
    score += rate * treeValue(trees[index] as Tree, data, row);
  }
  return score;
}
