/**
 * A symmetric matrix of the mean products of the candidates' errors, row after row, and how many forecasts stand
 * behind it.
 */
export interface ErrorProducts {
  readonly size: number;
  readonly products: Float64Array;
  windows: number;
}

export const noErrors = (size: number): ErrorProducts => ({
  size,
  products: new Float64Array(size * size),
  windows: 0,
});

/** Adds the errors of one rolling forecast: `errors` holds `size` rows of `points` columns. */
export function addErrors(into: ErrorProducts, errors: Float64Array, points: number, stride: number): void {
  const { size, products } = into;
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      let sum = 0;
      for (let point = 0; point < points; point += 1) {
        sum += (errors[a * stride + point] as number) * (errors[b * stride + point] as number);
      }
      const mean = sum / points;
      products[a * size + b] = (products[a * size + b] as number) + mean;
      if (b > a) products[b * size + a] = (products[b * size + a] as number) + mean;
    }
  }
  into.windows += 1;
}

/** Adds the sums of one series to those of a group. */
export function addProducts(into: ErrorProducts, from: ErrorProducts, weight: number): void {
  for (let at = 0; at < into.products.length; at += 1) {
    into.products[at] = (into.products[at] as number) + weight * (from.products[at] as number);
  }
  into.windows += weight * from.windows;
}

/** The mean products of `own`, drawn towards those of `prior` as if that were `strength` windows. */
export function shrunkProducts(own: ErrorProducts, prior: ErrorProducts, strength: number): ErrorProducts {
  const total = own.windows + strength;
  const priorScale = prior.windows > 0 ? strength / prior.windows : 0;
  return {
    size: own.size,
    products: own.products.map(
      (sum, at) => (sum + priorScale * (prior.products[at] as number)) / Math.max(total, 1e-9),
    ),
    windows: 1,
  };
}

/** Rounds of the search. */
const ROUNDS = 300;
/** Most that a log weight moves in a round, and a squared error too small to tell candidates apart by. */
const LONGEST_STEP = 20;
const NO_ERROR = 1e-200;
/**
 * Weights that are not negative, add up to 1 and make the squared error of the weighted mean least (Bates and Granger
 * 1969, held to a convex mix), found by exponentiated gradient from equal weights (Kivinen and Warmuth 1997). Stopping
 * early keeps near-equal candidates near-equally weighted, which is what one wants of them.
 */
export function combinationWeights({ size, products }: ErrorProducts): Float64Array {
  const weights = new Float64Array(size).fill(1 / size);
  const gradient = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    let error = 0;
    for (let a = 0; a < size; a += 1) {
      let sum = 0;
      for (let b = 0; b < size; b += 1) sum += (products[a * size + b] as number) * (weights[b] as number);
      gradient[a] = sum;
      error += sum * (weights[a] as number);
    }
    if (!(error > NO_ERROR)) break;
    let total = 0;
    for (let a = 0; a < size; a += 1) {
      const exponent = Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, (error - (gradient[a] as number)) / error));
      weights[a] = (weights[a] as number) * Math.exp(exponent);
      total += weights[a] as number;
    }
    for (let a = 0; a < size; a += 1) weights[a] = (weights[a] as number) / total;
  }
  return weights;
}
