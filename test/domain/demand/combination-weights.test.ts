import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addErrors,
  combinationWeights,
  noErrors,
  shrunkProducts,
} from '../../../src/domain/demand/combination-weights.js';

describe('weights of a mix', () => {
  it('prefer what errs less: errors that are independent weigh by the inverse of their squares', () => {
    const weights = combinationWeights({ size: 2, products: Float64Array.of(1, 0, 0, 4), windows: 1 });
    expect(weights[0]).toBeCloseTo(0.8, 3);
  });

  it('give nothing to a candidate whose errors are those of a better one, only larger', () => {
    const weights = combinationWeights({ size: 2, products: Float64Array.of(1, 2, 2, 4), windows: 1 });
    expect(weights[0]).toBeGreaterThan(0.99);
  });

  it('are even between equals and where nothing is known', () => {
    expect([...combinationWeights({ size: 2, products: Float64Array.of(1, 1, 1, 1), windows: 1 })]).toEqual([0.5, 0.5]);
    expect([...combinationWeights(noErrors(4))]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('are never negative and add up to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 12, maxLength: 12 }), (raw) => {
        const into = noErrors(3);
        addErrors(into, Float64Array.from(raw), 4, 4);
        const weights = combinationWeights(into);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('rest on own errors and, as so many windows more, on those of others', () => {
    const own = { size: 1, products: Float64Array.of(8), windows: 2 };
    const prior = { size: 1, products: Float64Array.of(30), windows: 3 };
    // (8 + 6 × 10) / (2 + 6)
    expect(shrunkProducts(own, prior, 6).products[0]).toBeCloseTo(8.5, 12);
    expect(shrunkProducts(own, noErrors(1), 6).products[0]).toBeCloseTo(1, 12);
  });
});
