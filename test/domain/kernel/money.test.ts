import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, apportion, basisPointsOf, Money, money, subtract, sum, times } from '../../../src/domain/kernel/money.js';

const usd = (cents: number) => money(cents, 'USD');
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('an amount', () => {
  it('is whole cents', () => {
    expect(() => usd(19.99)).toThrow('whole cents');
    expect(() => usd(2 ** 53)).toThrow('whole cents');
    expect(Money.safeParse({ cents: 19.99, currency: 'USD' }).success).toBe(false);
    expect(Money.parse({ cents: 1999, currency: 'USD' })).toEqual(usd(1999));
  });

  it('has one zero', () => {
    expect(Object.is(usd(-0).cents, 0)).toBe(true);
    expect(times(usd(0), -3)).toEqual(usd(0));
  });

  it('does not mix currencies', () => {
    expect(() => add(usd(1), money(1, 'EUR'))).toThrow('EUR');
    expect(() => subtract(usd(1), money(1, 'CAD'))).toThrow('CAD');
    expect(() => sum([money(1, 'GBP')], 'USD')).toThrow('GBP');
  });
});

describe('adding', () => {
  it('undoes subtracting', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
      }),
    );
  });

  it('of the same amount is multiplying', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 20 }), (a, count) => {
        expect(times(usd(a), count)).toEqual(sum(Array(count).fill(usd(a)), 'USD'));
      }),
    );
  });
});

describe('a share in basis points', () => {
  it.each([
    [1999, 1_000, 200], // 199.9
    [5, 1_000, 1], // 0.5 rounds away from zero
    [-5, 1_000, -1],
    [4, 1_000, 0], // 0.4
    [15, 1_000, 2], // 1.5
    [1999, 10_000, 1999],
  ])('of %i cents at %i is %i', (amount, basisPoints, share) => {
    expect(basisPointsOf(usd(amount), basisPoints)).toEqual(usd(share));
  });

  it('rounds a refund like the charge it takes back', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), (a, basisPoints) => {
        expect(basisPointsOf(usd(-a), basisPoints)).toEqual(times(basisPointsOf(usd(a), basisPoints), -1));
      }),
    );
  });

  it('is at most half a cent off', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), (a, basisPoints) => {
        const off = BigInt(basisPointsOf(usd(a), basisPoints).cents) * 10_000n - BigInt(a) * BigInt(basisPoints);
        expect(off >= -5_000n && off <= 5_000n).toBe(true);
      }),
    );
  });

  it('wants whole basis points', () => {
    expect(() => basisPointsOf(usd(100), 0.5)).toThrow('Basis points');
  });
});

describe('splitting an amount over weights', () => {
  const parts = (amount: number, weights: number[]) => apportion(usd(amount), weights).map((part) => part.cents);

  it('gives the cents left over to the largest remainders', () => {
    // 100 over 1:1:1 is 33.33 each: one cent is left and the first part takes it.
    expect(parts(100, [1, 1, 1])).toEqual([34, 33, 33]);
    // 10 over 1:2:4 is 1.43, 2.86, 5.71: two cents are left, for the .86 and the .71.
    expect(parts(10, [1, 2, 4])).toEqual([1, 3, 6]);
  });

  it('counts all alike when no weight says otherwise', () => {
    expect(parts(5, [0, 0])).toEqual([3, 2]);
    expect(parts(5, [0, 1])).toEqual([0, 5]);
  });

  it('adds up, and no part is a whole cent or more off its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (amount, given) => {
        const split = parts(amount, given);
        const total = given.reduce((a, b) => a + b, 0);
        expect(split.reduce((a, b) => a + b, 0)).toBe(amount);
        for (const [i, part] of split.entries()) {
          const exact = total === 0 ? amount / given.length : (amount * (given[i] ?? 0)) / total;
          expect(Math.abs(part - exact)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });

  it('declines what has no fair split', () => {
    expect(() => apportion(usd(-1), [1])).toThrow(RangeError);
    expect(() => apportion(usd(1), [])).toThrow(RangeError);
    expect(() => apportion(usd(1), [1, -1])).toThrow(RangeError);
    expect(() => apportion(usd(1), [0.5])).toThrow(RangeError);
  });
});
