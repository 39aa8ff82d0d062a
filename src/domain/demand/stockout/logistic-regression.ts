/** A linear model of log odds on standardised features; a feature that is not known counts as average. */
export interface LogisticModel {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  readonly weights: Float64Array;
  readonly intercept: number;
}

const ROUNDS = 25;

/**
 * Logistic regression with an L2 penalty on the weights, by Newton's method (iteratively reweighted least squares).
 * `values` holds the rows' features row after row, `rows` those to learn from.
 */
export function fitLogistic(
  values: Float32Array,
  features: number,
  rows: Int32Array,
  outcome: Uint8Array,
  weight: Float32Array,
  penalty: number,
): LogisticModel {
  const { mean, spread } = standardisation(values, features, rows);
  const size = features + 1;
  const beta = new Float64Array(size);
  const x = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = new Float64Array(size);
    const curvature = new Float64Array(size * size);
    for (const row of rows) {
      standardise(values, row * features, mean, spread, x);
      let score = 0;
      for (let a = 0; a < size; a += 1) score += (beta[a] as number) * (x[a] as number);
      const chance = 1 / (1 + Math.exp(-score));
      const error = (weight[row] as number) * ((outcome[row] as number) - chance);
      const bend = (weight[row] as number) * Math.max(1e-9, chance * (1 - chance));
      for (let a = 0; a < size; a += 1) {
        const own = x[a] as number;
        gradient[a] = (gradient[a] as number) + error * own;
        for (let b = 0; b <= a; b += 1) {
          curvature[a * size + b] = (curvature[a * size + b] as number) + bend * own * (x[b] as number);
        }
      }
    }
    for (let a = 0; a < size; a += 1) {
      const held = a === features ? 1e-6 : penalty;
      gradient[a] = (gradient[a] as number) - held * (beta[a] as number);
      curvature[a * size + a] = (curvature[a * size + a] as number) + held;
    }
    const step = solve(curvature, gradient, size);
    const longest = step.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const share = Math.min(1, 3 / Math.max(longest, 1e-12));
    for (let a = 0; a < size; a += 1) beta[a] = (beta[a] as number) + share * (step[a] as number);
    if (longest < 1e-5) break;
  }
  return { mean, spread, weights: beta.subarray(0, features), intercept: beta[features] as number };
}

/** Log odds of a row whose features begin at `at`. */
export function logisticScore(model: LogisticModel, values: Float32Array, at: number): number {
  let score = model.intercept;
  for (let a = 0; a < model.weights.length; a += 1) {
    const value = values[at + a] as number;
    if (Number.isNaN(value)) continue;
    score += ((model.weights[a] as number) * (value - (model.mean[a] as number))) / (model.spread[a] as number);
  }
  return score;
}

function standardisation(values: Float32Array, features: number, rows: Int32Array) {
  const count = new Float64Array(features);
  const mean = new Float64Array(features);
  const squares = new Float64Array(features);
  for (const row of rows) {
    for (let a = 0; a < features; a += 1) {
      const value = values[row * features + a] as number;
      if (Number.isNaN(value)) continue;
      count[a] = (count[a] as number) + 1;
      const before = value - (mean[a] as number);
      mean[a] = (mean[a] as number) + before / (count[a] as number);
      squares[a] = (squares[a] as number) + before * (value - (mean[a] as number));
    }
  }
  const spread = squares.map((sum, a) => Math.sqrt(sum / Math.max(1, count[a] as number)) || 1);
  return { mean, spread };
}

function standardise(values: Float32Array, at: number, mean: Float64Array, spread: Float64Array, into: Float64Array) {
  for (let a = 0; a < mean.length; a += 1) {
    const value = values[at + a] as number;
    into[a] = Number.isNaN(value) ? 0 : (value - (mean[a] as number)) / (spread[a] as number);
  }
  into[mean.length] = 1;
}

/** Solves a symmetric positive definite system, of which the lower triangle is given (Cholesky). */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const lower = Float64Array.from(matrix);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let sum = lower[a * size + b] as number;
      for (let k = 0; k < b; k += 1) sum -= (lower[a * size + k] as number) * (lower[b * size + k] as number);
      lower[a * size + b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[b * size + b] as number);
    }
  }
  const solution = Float64Array.from(right);
  for (let a = 0; a < size; a += 1) {
    let sum = solution[a] as number;
    for (let k = 0; k < a; k += 1) sum -= (lower[a * size + k] as number) * (solution[k] as number);
    solution[a] = sum / (lower[a * size + a] as number);
  }
  for (let a = size - 1; a >= 0; a -= 1) {
    let sum = solution[a] as number;
    for (let k = a + 1; k < size; k += 1) sum -= (lower[k * size + a] as number) * (solution[k] as number);
    solution[a] = sum / (lower[a * size + a] as number);
  }
  return solution;
}
