import { z } from 'zod';

/** ISO 4217 currencies the desk can quote. All have two decimals, so one cent is 1/100 of the unit. */
export const Currency = z.enum(['USD', 'CAD', 'EUR', 'GBP', 'AUD']);
export type Currency = z.infer<typeof Currency>;

/** An amount in integer cents. Never a float: 19.99 is `{ cents: 1999, currency: 'USD' }`. */
export const Money = z.object({ cents: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

export function money(cents: number, currency: Currency): Money {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`Money wants whole cents, got ${cents}`);
  return { cents, currency };
}

/** Adds amounts of one currency; an empty list is zero in `currency`. Throws when currencies differ. */
export function sum(amounts: readonly Money[], currency: Currency): Money {
  let cents = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new RangeError(`Cannot add ${amount.currency} to ${currency}`);
    cents += amount.cents;
  }
  return money(cents, currency);
}

export const add = (a: Money, b: Money): Money => sum([a, b], a.currency);
export const subtract = (a: Money, b: Money): Money => add(a, { cents: -b.cents, currency: b.currency });
export const times = (amount: Money, count: number): Money => money(amount.cents * count, amount.currency);

/**
 * A share of an amount, as basis points (1,000 = 10 %). The one rounding of the house: half away from zero to the
 * cent, so that a refund and its reversal round alike.
 */
export function basisPointsOf(amount: Money, basisPoints: number): Money {
  if (!Number.isSafeInteger(basisPoints)) throw new RangeError(`Basis points are whole numbers, got ${basisPoints}`);
  const product = BigInt(amount.cents) * BigInt(basisPoints);
  const half = product < 0n ? -5_000n : 5_000n;
  return money(Number((product + half) / 10_000n), amount.currency);
}
