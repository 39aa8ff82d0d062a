/**
 * The gamma distribution and what it needs: ln Γ by Lanczos' series (g = 7, nine terms; about 1e-13), the regularised
 * lower incomplete gamma function by series and continued fraction (DLMF 8.11.4 and 8.9.2).
 */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = LANCZOS.reduce((all, term, index) => all + (index === 0 ? term : term / (shifted + index)), 0);
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** From this shape on the series would be long; the cube root of the variable is normal (Wilson and Hilferty 1931). */
const NEARLY_NORMAL = 100_000;

/** P(a, x) = γ(a, x) / Γ(a), the chance that a gamma variable of shape `a` and scale 1 is at most `x`. */
export function regularisedGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (a > NEARLY_NORMAL) {
    const z = 3 * Math.sqrt(a) * (Math.cbrt(x / a) - 1 + 1 / (9 * a));
    return 0.5 + (Math.sign(z) * regularisedGamma(0.5, (z * z) / 2)) / 2;
  }
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-15; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  // Lentz's algorithm for the continued fraction of the upper function.
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return Math.max(0, 1 - front * fraction);
}

/** The p-quantile of a gamma variable with this mean and variance, by bisection; 0 when the mean is 0. */
export function gammaQuantile(p: number, mean: number, variance: number): number {
  if (mean <= 0) return 0;
  if (variance <= 0) return mean;
  const shape = (mean * mean) / variance;
  const scale = variance / mean;
  let low = 0;
  let high = mean + Math.sqrt(variance);
  while (regularisedGamma(shape, high / scale) < p) high *= 2;
  for (let round = 0; round < 60 && high - low > 1e-9 * high; round += 1) {
    const middle = (low + high) / 2;
    if (regularisedGamma(shape, middle / scale) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
