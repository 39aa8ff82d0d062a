import { type Money, times } from '../kernel/money.js';
import { type TotalDemand, totalQuantile } from './total-distribution.js';

export interface ReorderQuestion {
  /** On hand less allocated and owed, plus all that is on order, in units. */
  readonly position: number;
  /** Demand over the lead time: what must be there until an order placed today arrives. */
  readonly overLeadTime: TotalDemand;
  /** Demand over the lead time and until the order after it arrives. */
  readonly overLeadTimeAndReview: TotalDemand;
  /** Wanted chance of no stock-out, between 0 and 1. */
  readonly serviceLevel: number;
  /** Units come in multiples of this, at least 1. */
  readonly packSize: number;
  /** Least units of an order. */
  readonly leastOrder: number;
  readonly unitCost: Money;
  readonly price: Money;
}

export type ReorderProposal =
  | {
      readonly kind: 'order';
      readonly quantity: number;
      readonly reorderPoint: number;
      readonly orderUpTo: number;
      /** What the order costs, tied up until it sells. */
      readonly cost: Money;
      /** What the units bring at their price. */
      readonly worth: Money;
      /** Units beyond the order-up-to level that pack size and least order force on us, at cost. */
      readonly excessCost: Money;
    }
  | { readonly kind: 'enough'; readonly reorderPoint: number; readonly unitsAbove: number };

/**
 * Periodic review with a reorder point and an order-up-to level (R, s, S; Silver, Pyke and Thomas 2017, ch. 6): when
 * the position is at or below s, the quantile of demand over the lead time at the service level, order up to S, the
 * quantile over lead time and review; rounded up to whole packs and the least order.
 */
export function proposeReorder({
  position,
  overLeadTime,
  overLeadTimeAndReview,
  serviceLevel,
  packSize,
  leastOrder,
  unitCost,
  price,
}: ReorderQuestion): ReorderProposal {
  if (!Number.isInteger(packSize) || packSize < 1)
    throw new RangeError(`A pack holds at least 1 unit, got ${packSize}`);
  const reorderPoint = Math.ceil(totalQuantile(overLeadTime, serviceLevel));
  if (position > reorderPoint) return { kind: 'enough', reorderPoint, unitsAbove: position - reorderPoint };
  const orderUpTo = Math.max(reorderPoint, Math.ceil(totalQuantile(overLeadTimeAndReview, serviceLevel)));
  const wanted = orderUpTo - position;
  if (wanted <= 0) return { kind: 'enough', reorderPoint, unitsAbove: 0 };
  const quantity = Math.ceil(Math.max(wanted, leastOrder) / packSize) * packSize;
  return {
    kind: 'order',
    quantity,
    reorderPoint,
    orderUpTo,
    cost: times(unitCost, quantity),
    worth: times(price, quantity),
    excessCost: times(unitCost, quantity - wanted),
  };
}
