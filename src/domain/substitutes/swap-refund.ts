import { apportion, type Money, money } from '../kernel/money.js';

/**
 * What is owed back when one line of a paid order is sent with a cheaper SKU: the line's share of what was paid for
 * goods (paid − postage, by line totals), times the part by which its price falls; so a discount on the order lowers
 * it alike. Half cents go to the customer. Never more than the share. Throws when the new price is higher.
 */
export function swapRefund(order: {
  readonly paid: Money;
  readonly postage: Money;
  /** Price times quantity of every line of the order, cancelled ones included. */
  readonly lineTotals: readonly Money[];
  /** Which of them is swapped, and its new total. */
  readonly index: number;
  readonly newTotal: Money;
}): Money {
  const { paid, postage, lineTotals, index, newTotal } = order;
  const old = lineTotals[index];
  if (!old || newTotal.cents > old.cents) throw new RangeError('A swap to a dearer product owes nothing back');
  if (old.cents === 0) return money(0, paid.currency);
  const goods = money(Math.max(0, paid.cents - postage.cents), paid.currency);
  const share = apportion(
    goods,
    lineTotals.map(({ cents }) => cents),
  )[index];
  const product = BigInt(share?.cents ?? 0) * BigInt(old.cents - newTotal.cents);
  const [whole, rest] = [product / BigInt(old.cents), product % BigInt(old.cents)];
  return money(Number(whole) + (rest * 2n >= BigInt(old.cents) ? 1 : 0), paid.currency);
}
