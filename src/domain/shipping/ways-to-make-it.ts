import { type ArrivalDates, type InTime, inTimeFor } from '../allocation/split-order.js';
import type { LocalDate } from '../kernel/dates.js';

export type MakesIt = Exclude<InTime, 'no'>;

/**
 * Of some ways to send what has not left, those that make a date: the safe ones first, those that only perhaps do after
 * them, otherwise as given. A way of which nobody knows when it comes (`arrives` is null) makes none.
 */
export function waysToMakeIt<Way extends { readonly arrives: ArrivalDates | null }>(
  ways: readonly Way[],
  neededBy: LocalDate,
): (Way & { readonly arrives: ArrivalDates; readonly inTime: MakesIt })[] {
  const judged = ways.flatMap((way) => {
    const inTime = way.arrives ? inTimeFor(neededBy, way.arrives) : 'no';
    return way.arrives && inTime !== 'no' ? [{ ...way, arrives: way.arrives, inTime }] : [];
  });
  return [...judged.filter(({ inTime }) => inTime === 'yes'), ...judged.filter(({ inTime }) => inTime === 'perhaps')];
}
