import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMillis } from '../../src/web/chat/backoff.js';

describe('waiting before the next attempt', () => {
  it('doubles from half a second to half a minute', () => {
    expect([0, 1, 2, 3, 6, 50].map((attempt) => backoffMillis(attempt, 1))).toEqual([
      500, 1000, 2000, 4000, 30_000, 30_000,
    ]);
  });

  it('is spread over the upper half, never nothing', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const longest = backoffMillis(attempt, 1);
        expect(backoffMillis(attempt, random)).toBeGreaterThanOrEqual(longest / 2);
        expect(backoffMillis(attempt, random)).toBeLessThanOrEqual(longest);
      }),
    );
  });
});
