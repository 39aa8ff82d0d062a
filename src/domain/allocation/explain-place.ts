import type { OrderLineId } from '../kernel/ids.js';
import type { RankedLine } from './allocation-order.js';
import type { Factor, PriorityRules } from './priority.js';
import { queuePosition } from './queue-position.js';

/** What may be said to move a place: the wait, the fairness floor, or a factor. */
export type PlaceReason = 'wait' | 'waited_longest' | Factor;

export type PlaceExplained =
  | { readonly kind: 'not_queued' }
  | {
      readonly kind: 'queued';
      readonly position: number;
      readonly unitsAhead: number;
      /** Units that must come beyond `unitsThere` before this line is whole; 0: it is served. */
      readonly unitsMissing: number;
      /** What this line's own place rests on, the weightiest first. On the floor nothing else counts. */
      readonly reasons: readonly PlaceReason[];
      /** Whole days until the line goes before all who began to wait later, at the latest; 0: it does already. */
      readonly goesFirstInDays: number;
    };

/** "Why not me": one line's place and what made it, from its own facts only; says nothing about any other line. */
export function explainPlace(
  inOrder: readonly RankedLine[],
  mine: OrderLineId,
  rules: PriorityRules,
  unitsThere: number,
): PlaceExplained {
  const place = queuePosition(inOrder, mine);
  const own = inOrder.find(({ orderLineId }) => orderLineId === mine);
  if (place.kind === 'not_queued' || !own) return { kind: 'not_queued' };
  const { goesFirst, waitPoints, factors } = own.priority;
  const weighed = [
    { reason: 'wait' as const, points: waitPoints },
    ...factors.map(({ factor, points }) => ({ reason: factor, points })),
  ];
  return {
    kind: 'queued',
    position: place.position,
    unitsAhead: place.unitsAhead,
    unitsMissing: Math.max(0, Math.min(own.quantity, place.unitsAhead + own.quantity - unitsThere)),
    reasons: goesFirst ? ['waited_longest'] : weighed.sort((a, b) => b.points - a.points).map(({ reason }) => reason),
    goesFirstInDays: goesFirst ? 0 : Math.ceil(rules.fairness.afterDays - waitPoints / 1_000),
  };
}
