import type { Random } from '../random.js';

export type DemoSupplierId =
  | 'harrow-pike'
  | 'sunfield'
  | 'lumikko'
  | 'bluewater'
  | 'quietstone'
  | 'marlow'
  | 'kestrel'
  | 'twin-rivers'
  | 'foundry-lane'
  | 'ondina'
  | 'emberline'
  | 'pacific-crest';

/** A purchase order as it reaches the supplier. `on` in days from today (negative: past), `units` per line. */
export interface Placed {
  readonly on: number;
  readonly units: readonly number[];
  /** Where the goods go; some suppliers use another way of transport for each. */
  readonly to: 'pdx' | 'cmh';
}

export interface GivenDate {
  readonly givenOn: number;
  readonly promisedOn: number;
}

/** What became of one line: what came when, and what will never come. Together they make the ordered quantity. */
export interface LineCourse {
  readonly deliveries: readonly { readonly on: number; readonly units: number }[];
  readonly cancelled: number;
}

/** All that happens to a purchase order, known to its end; the shop sees only the part before today. */
export interface Course {
  readonly acknowledgedOn: number | null;
  readonly promises: readonly GivenDate[];
  readonly lines: readonly LineCourse[];
}

/** One purchase order from its writing to its end, in days from today. */
export interface PurchaseCourse extends Course {
  readonly supplier: DemoSupplierId;
  readonly location: 'pdx' | 'cmh';
  readonly orderedOn: number;
  readonly skus: readonly string[];
  readonly units: readonly number[];
}

/**
 * A supplier as a mechanism: what goes on between an order's arrival and the truck at our dock. Takes the orders of
 * two years, oldest first, since one order's fate may hang on those before. No lead time or slip is drawn from a
 * distribution directly; they come out of queues, batches, breakdowns and sailings, so that no estimator can be right
 * just by assuming the shape they were made with.
 */
export type Habit = (orders: readonly Placed[], random: Random) => Course[];

/** Everything in one delivery. */
export const inOneGo = (units: readonly number[], on: number): LineCourse[] =>
  units.map((quantity) => ({ deliveries: [{ on: Math.round(on), units: quantity }], cancelled: 0 }));

/** The day at or after `from` on which something happens that happens every `every` days. */
export const nextRound = (from: number, every: number, phase = 0): number =>
  Math.ceil((from - phase) / every) * every + phase;
