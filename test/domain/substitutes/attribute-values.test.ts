import { describe, expect, it } from 'vitest';
import { isSameValue, readValue } from '../../../src/domain/substitutes/attribute-values.js';
import { ratioLikeness } from '../../../src/domain/substitutes/quantities.js';

const isSame = (a: string, b: string) => isSameValue(readValue(a), readValue(b));

describe('values of attributes', () => {
  it.each([
    ['27"', '686 mm'],
    ['12 V', '12v'],
    ['1 L', '1000ml'],
    ['3/8 in', '9.5 mm'],
  ])('%s and %s are the same', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each([
    ['27"', '24"'],
    ['1/2 in', '13 mm'],
    ['12 V', '18 V'],
    ['250 ml', '1 L'],
  ])('%s and %s are not', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });

  it('are as alike as the square of their ratio, beyond rounding', () => {
    expect(ratioLikeness(686, 685.8)).toBe(1);
    expect(ratioLikeness(100, 99)).toBeCloseTo(0.9801, 12);
    expect(ratioLikeness(10, 20)).toBe(0.25);
    expect(ratioLikeness(10, 0)).toBe(0);
  });
});
