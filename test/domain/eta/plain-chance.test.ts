import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainChance } from '../../../src/domain/eta/plain-chance.js';

const worth = (words: string): number => {
  if (words === 'very unlikely') return 0;
  if (words === 'very likely') return 1;
  const [times = 0, outOf = 1] = words.split(' in ').map(Number);
  return times / outOf;
};

describe('a chance in plain words', () => {
  it.each([
    [0, 'very unlikely'],
    [0.049, 'very unlikely'],
    [0.05, '1 in 10'],
    [0.24, '1 in 4'],
    [0.5, '1 in 2'],
    [0.74, '3 in 4'],
    [0.94, '9 in 10'],
    [0.95, 'very likely'],
    [1, 'very likely'],
  ])('%d is %s', (chance, words) => {
    expect(plainChance(chance)).toBe(words);
  });

  it('is near to what it stands for, and never smaller for a greater one', () => {
    const aChance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(aChance, aChance, (a, b) => {
        expect(Math.abs(worth(plainChance(a)) - a)).toBeLessThan(0.09);
        expect(worth(plainChance(Math.min(a, b)))).toBeLessThanOrEqual(worth(plainChance(Math.max(a, b))));
      }),
    );
  });
});
