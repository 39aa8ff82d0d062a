import { daysBetween, type LocalDate } from '../kernel/dates.js';
import type { NoBasis, ShipQuote } from './ship-quote.js';
import { type BackorderStance, roomToWait } from './stance.js';

/** What is known of one SKU at the moment of asking, and what the shop has laid down for it. */
export interface TakingSituation {
  readonly today: LocalDate;
  /** Units that the sales channel may promise and nobody waits for. */
  readonly freeUnits: number;
  /** Units that order lines wait for already. */
  readonly waitingUnits: number;
  readonly stance: BackorderStance;
  /** Whether the SKU was ever bought from anybody. */
  readonly hasSupplier: boolean;
  readonly limits: {
    /** `refuse`: what cannot be dated is not taken. `take`: it is, with no date stated, so that 30 days count. */
    readonly withoutDate: 'refuse' | 'take';
    /** What nobody supplies and nobody has on order is not taken, whatever `withoutDate` says. */
    readonly stopWithoutSupplier: boolean;
    /** A backorder whose cautious ship date is further away is not taken. */
    readonly mostDaysAhead: number;
  };
}

/** When units that are free would ship, and when so many units at the end of the queue would. */
export interface Quotes {
  readonly fromStock: ShipQuote;
  waiting(units: number): ShipQuote;
}

export type NotTaken = 'stopped' | 'cap_reached' | 'no_supplier' | 'too_far_ahead' | NoBasis;

/**
 * `ship`: all of it lies free. `backorder`: `now` units lie free, `later` wait; `quote` is for the last of them.
 * `only`: not so many, but `units` could be had. `refuse`: none.
 */
export type TakingDecision =
  | { readonly kind: 'ship'; readonly now: number; readonly later: 0; readonly quote: ShipQuote }
  | { readonly kind: 'backorder'; readonly now: number; readonly later: number; readonly quote: ShipQuote }
  | { readonly kind: 'only'; readonly units: number; readonly because: NotTaken }
  | { readonly kind: 'refuse'; readonly because: NotTaken };

/**
 * Whether `wanted` units of a SKU can be had and when. Never promises more than is free, never lets more wait than the
 * stance allows, never states a date without a basis. What can be had of more is never less, and never sooner: since
 * more units never ship earlier, the most that may be taken is found by halving.
 */
export function decideTaking(wanted: number, situation: TakingSituation, quotes: Quotes): TakingDecision {
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new RangeError(`Units wanted are whole and at least one, got ${wanted}`);
  const free = Math.max(0, situation.freeUnits);
  if (wanted <= free) return { kind: 'ship', now: wanted, later: 0, quote: quotes.fromStock };

  const room = roomToWait(situation.stance, situation.waitingUnits);
  const later = wanted - free;
  const faultOf = (units: number): NotTaken | null => {
    if (units > room) return situation.stance.kind === 'stop' ? 'stopped' : 'cap_reached';
    return faultIn(quotes.waiting(units), situation, quotes);
  };
  const fault = faultOf(later);
  if (fault === null) return { kind: 'backorder', now: free, later, quote: quotes.waiting(later) };

  const units = free + largest(later - 1, (some) => faultOf(some) === null);
  // with none to be had, what stands in the way of a single unit tells more than what stands in the way of many
  return units > 0 ? { kind: 'only', units, because: fault } : { kind: 'refuse', because: faultOf(1) ?? fault };
}

/**
 * Why units with such a quote are not taken. An undated one may pass by the policy only where not even one unit can be
 * dated: where one can, the shop takes as many as it has a basis for and no more.
 */
function faultIn(quote: ShipQuote, { today, hasSupplier, limits }: TakingSituation, quotes: Quotes): NotTaken | null {
  if (quote.kind === 'dated')
    return daysBetween(today, quote.dates.cautiousOn) > limits.mostDaysAhead ? 'too_far_ahead' : null;
  if (limits.stopWithoutSupplier && quote.because === 'no_open_purchase_order' && !hasSupplier) return 'no_supplier';
  return limits.withoutDate === 'take' && quotes.waiting(1).kind === 'undated' ? null : quote.because;
}

/** The largest number from 0 to `most` that holds, where all below one that holds hold too; 0 always does. */
function largest(most: number, holds: (units: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
