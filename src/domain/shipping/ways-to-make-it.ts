import { type ArrivalDates, type InTime, inTimeFor } from '../allocation/split-order.js';
import type { LocalDate } from '../kernel/dates.js';

/** Something a customer can choose for what has not left, and when it all comes then; null: nobody knows. */
export interface Way<Kind extends string> {
  readonly way: Kind;
  readonly arrives: ArrivalDates | null;
}

export interface WayInTime<Kind extends string> {
  readonly way: Kind;
  readonly inTime: Exclude<InTime, 'no'>;
}

/** The ways that make a date: the safe ones first, those that only perhaps do after them; else in the order given. */
export function waysToMakeIt<Kind extends string>(ways: readonly Way<Kind>[], neededBy: LocalDate): WayInTime<Kind>[] {
  const judged = ways.flatMap(({ way, arrives }) => (arrives ? [{ way, inTime: inTimeFor(neededBy, arrives) }] : []));
  return (['yes', 'perhaps'] as const).flatMap((wanted) =>
    judged.flatMap(({ way, inTime }) => (inTime === wanted ? [{ way, inTime: wanted }] : [])),
  );
}
