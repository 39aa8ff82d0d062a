import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../src/domain/kernel/money.js';
import { swapRefund } from '../../../src/domain/substitutes/swap-refund.js';

const usd = (cents: number) => money(cents, 'USD');
const refund = (paid: number, postage: number, totals: readonly number[], index: number, newTotal: number) =>
  swapRefund({ paid: usd(paid), postage: usd(postage), lineTotals: totals.map(usd), index, newTotal: usd(newTotal) })
    .cents;

describe('what a swap to a cheaper product leaves owed', () => {
  it.each([
    ['the difference, where the full price was paid', [100_500, 500, [82_000, 18_000], 0, 79_000], 3_000],
    ['a tenth less, where a tenth was taken off the order', [90_000, 0, [82_000, 18_000], 0, 79_000], 2_700],
    ['nothing at the same price', [100_000, 0, [82_000, 18_000], 0, 82_000], 0],
    ['nothing for a gift', [0, 0, [0], 0, 0], 0],
    ['half a cent to the customer', [50, 0, [100], 0, 99], 1],
  ] as const)('is %s', (_what, [paid, postage, totals, index, newTotal], owed) => {
    expect(refund(paid, postage, totals, index, newTotal)).toBe(owed);
  });

  it('is never more than was paid for the line, and a dearer product is refused', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(1e4),
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }),
        fc.nat(1e6),
        (paid, postage, totals, price) => {
          if (price > totals[0]!) {
            expect(() => refund(paid, postage, totals, 0, price)).toThrow(RangeError);
            return;
          }
          const owed = refund(paid, postage, totals, 0, price);
          expect(owed).toBeGreaterThanOrEqual(0);
          expect(owed).toBeLessThanOrEqual(refund(paid, postage, totals, 0, 0));
          expect(refund(paid, postage, totals, 0, 0)).toBeLessThanOrEqual(Math.max(0, paid - postage));
        },
      ),
    );
  });
});
