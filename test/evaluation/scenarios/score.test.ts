import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passHat, scoreOf, wilson } from '../../../src/evaluation/scenarios/score.js';

const fault = { turn: 1, kind: 'leak' as const, what: 'x' };
const tried = (passes: number, fails: number) => ({
  name: 'one',
  about: 'one',
  trials: [...Array(passes).fill({ faults: [] }), ...Array(fails).fill({ faults: [fault, fault] })],
});

describe('the score of scenarios', () => {
  it('is C(successes, k) / C(trials, k), averaged over scenarios', () => {
    const score = scoreOf([tried(4, 0), tried(2, 2)]);
    expect(score.passHat.map(({ rate }) => rate)).toEqual([0.75, (1 + 1 / 6) / 2, 0.5, 0.5]);
    expect(score.faults.leak).toBe(2);
  });

  it('never rises with k, and is the share of passes at one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(12), (trials, passed) => {
        const passes = Math.min(passed, trials);
        const rates = Array.from({ length: trials }, (_, at) => passHat(passes, trials, at + 1));
        expect(rates[0]).toBeCloseTo(passes / trials);
        for (const [at, rate] of rates.entries()) expect(rate).toBeLessThanOrEqual(rates[Math.max(0, at - 1)]! + 1e-12);
      }),
    );
  });

  it('has Wilson’s interval: 0.2366 to 0.7634 of 5 in 10', () => {
    const [low, high] = wilson(5, 10);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2366', '0.7634']);
  });
});
