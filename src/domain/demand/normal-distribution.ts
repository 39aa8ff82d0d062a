import { regularisedGamma } from './gamma-distribution.js';

/** Φ(z), the chance that a standard normal variable is at most z. */
export function normalCdf(z: number): number {
  const tail = regularisedGamma(0.5, (z * z) / 2) / 2;
  return z < 0 ? 0.5 - tail : 0.5 + tail;
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** z with Φ(z) = p, for p between 0 and 1, by bisection. Throws at and beyond 0 and 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A chance between 0 and 1 is wanted, got ${p}`);
  let low = -40;
  let high = 40;
  for (let round = 0; round < 70; round += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** G(z) = φ(z) − z (1 − Φ(z)): by how much a standard normal variable is expected to exceed z, shortfalls at 0. */
export const unitNormalLoss = (z: number): number => density(z) - z * (1 - normalCdf(z));
