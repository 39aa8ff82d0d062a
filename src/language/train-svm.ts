import { BUCKETS } from './hash-features.js';
import { type Random, shuffled } from './random.js';
import type { SparseVector } from './vectorise.js';

/** A vector that is trained on, each bucket once, and its squared length. */
export interface Sample extends SparseVector {
  readonly squares: number;
}

/** One separating plane: a weight per bucket and a constant. A positive score speaks for the class. */
export interface Plane {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Cost of an error on each side; the rarer side is the positive one. */
const COST_POSITIVE = 2;
const COST_NEGATIVE = 0.7;
/** Short of the optimum: several such planes averaged do better on unseen sentences than one that is fitted out. */
const LONGEST_EPOCHS = 5;
const SMALL_STEP = 0.02;

/**
 * A linear support vector machine with squared hinge loss and L2 penalty, by dual coordinate descent
 * (Hsieh et al., ICML 2008, algorithm 1). `positive[i]` says whether `samples[i]` belongs to the class.
 */
export function trainPlane(samples: readonly Sample[], positive: readonly boolean[], random: Random): Plane {
  const weights = new Float32Array(BUCKETS);
  let bias = 0;
  const alphas = new Float64Array(samples.length);
  let active = samples.map((_, at) => at);
  let steepestBefore = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < LONGEST_EPOCHS; epoch++) {
    let steepest = 0;
    const kept: number[] = [];
    for (const at of shuffled(active, random)) {
      const { buckets, values, squares } = samples[at] as Sample;
      const side = positive[at] ? 1 : -1;
      const slack = 0.5 / (positive[at] ? COST_POSITIVE : COST_NEGATIVE);
      const alpha = alphas[at] as number;
      const gradient = side * (dot(weights, buckets, values) + bias) - 1 + slack * alpha;
      // Shrinking: a sample far on its right side will not be needed again.
      if (alpha === 0 && gradient > steepestBefore) continue;
      kept.push(at);
      if (alpha === 0 && gradient >= 0) continue;
      steepest = Math.max(steepest, Math.abs(gradient));
      // the constant counts as one more feature, of value 1
      const moved = Math.max(alpha - gradient / (squares + 1 + slack), 0);
      alphas[at] = moved;
      const step = (moved - alpha) * side;
      for (let k = 0; k < buckets.length; k++) {
        const bucket = buckets[k] as number;
        weights[bucket] = (weights[bucket] as number) + step * (values[k] as number);
      }
      bias += step;
    }
    if (steepest < SMALL_STEP) break;
    active = kept;
    steepestBefore = steepest;
  }
  return { weights, bias };
}

const sums = new Float32Array(BUCKETS);

/** A vector whose repeated buckets are added up. */
export function toSample({ buckets, values }: SparseVector): Sample {
  for (let k = 0; k < buckets.length; k++) {
    const bucket = buckets[k] as number;
    sums[bucket] = (sums[bucket] as number) + (values[k] as number);
  }
  const distinct = Uint32Array.from(new Set(buckets));
  const added = Float32Array.from(distinct, (bucket) => sums[bucket] as number);
  for (const bucket of distinct) sums[bucket] = 0;
  return { buckets: distinct, values: added, squares: added.reduce((sum, value) => sum + value * value, 0) };
}

export function scoreOf(plane: Plane, vector: SparseVector): number {
  return dot(plane.weights, vector.buckets, vector.values) + plane.bias;
}

function dot(weights: Float32Array, buckets: Uint32Array, values: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < buckets.length; k++) sum += (weights[buckets[k] as number] as number) * (values[k] as number);
  return sum;
}
