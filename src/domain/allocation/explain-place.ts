import type { OrderLineId } from '../kernel/ids.js';
import type { RankedLine } from './allocation-order.js';
import type { Factor, PriorityRules } from './priority.js';

/** What may be said to move a place: the wait, the fairness floor, or a factor. */
export type PlaceReason = 'wait' | 'waited_longest' | Factor;

/** A factor that is worth less than a tenth of a day is not told. */
const WORTH_SAYING = 100;

/** One line's place and what made it, from its own facts only; says nothing about any other line. */
export interface PlaceExplained {
  readonly orderLineId: OrderLineId;
  readonly position: number;
  readonly unitsAhead: number;
  /** Units that must come beyond `unitsThere` before this line is whole; 0: it is served. */
  readonly unitsMissing: number;
  /** What this line's own place rests on, the weightiest first. On the floor nothing else counts. */
  readonly reasons: readonly PlaceReason[];
  /** Whole days until the line goes before all who began to wait later, at the latest; 0: it does already. */
  readonly goesFirstInDays: number;
}

/** "Why not me", for every line of an allocation order, in that order. */
export function explainPlaces(
  inOrder: readonly RankedLine[],
  rules: PriorityRules,
  unitsThere: number,
): PlaceExplained[] {
  let unitsAhead = 0;
  return inOrder.map(({ orderLineId, quantity, priority: { goesFirst, waitPoints, factors } }, index) => {
    const before = unitsAhead;
    unitsAhead += quantity;
    const weighed = [
      { reason: 'wait' as const, points: waitPoints },
      ...factors
        .filter(({ points }) => points >= WORTH_SAYING)
        .map(({ factor, points }) => ({ reason: factor, points })),
    ].sort((a, b) => b.points - a.points);
    return {
      orderLineId,
      position: index + 1,
      unitsAhead: before,
      unitsMissing: Math.max(0, Math.min(quantity, before + quantity - unitsThere)),
      reasons: goesFirst ? ['waited_longest'] : weighed.map(({ reason }) => reason),
      goesFirstInDays: goesFirst ? 0 : Math.ceil(rules.fairness.afterDays - waitPoints / 1_000),
    };
  });
}
