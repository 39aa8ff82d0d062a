import { z } from 'zod';

/** ISO 4217 currencies the desk can quote. All have two decimals, so one cent is 1/100 of the unit. */
export const Currency = z.enum(['USD', 'CAD', 'EUR', 'GBP', 'AUD']);
export type Currency = z.infer<typeof Currency>;

/** An amount in integer cents. Never a float: 19.99 is `{ cents: 1999, currency: 'USD' }`. */
export const Money = z.object({ cents: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

export function money(cents: number, currency: Currency): Money {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`Money wants whole cents, got ${cents}`);
  return { cents: cents === 0 ? 0 : cents, currency }; // -0 would differ from 0 when compared
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
 * Splits an amount over weights so that the parts add up to it exactly: each part is its exact share rounded down, and
 * the cents left over go one each to the largest remainders, the earlier part first among equals (Hamilton's method).
 * When all weights are 0, all count alike. Throws on a negative amount, on negative or fractional weights, and when
 * there is nothing to split over.
 */
export function apportion(amount: Money, weights: readonly number[]): Money[] {
  if (
    amount.cents < 0 ||
    weights.length === 0 ||
    weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)
  ) {
    throw new RangeError(`Cannot split ${amount.cents} cents over weights [${weights.join(', ')}]`);
  }
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const parts = weights.map((weight, index) => {
    const share = BigInt(amount.cents) * (total === 0n ? 1n : BigInt(weight));
    const whole = total === 0n ? BigInt(weights.length) : total;
    return { index, cents: Number(share / whole), remainder: share % whole };
  });
  const leftOver = amount.cents - parts.reduce((all, part) => all + part.cents, 0);
  const byRemainder = [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, leftOver)) part.cents += 1;
  return parts.map((part) => money(part.cents, amount.currency));
}

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
