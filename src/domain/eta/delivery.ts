/** A day, counted from 1970-01-01. */
export type Day = number;

/** What is known of a delivery before it comes. A null is not known; any of it may be. */
export interface Delivery {
  readonly supplier: string | null;
  readonly sku: string | null;
  /** What else sets deliveries apart: a lane, a way of transport, a country, the receiving location. */
  readonly segment: string | null;
  readonly orderedOn: Day | null;
  /** The date promised first. */
  readonly promisedOn: Day | null;
  /** The newest date promised, where the supplier has changed its mind; else null. */
  readonly revisedOn: Day | null;
}

/** What a supplier said, and when. */
export interface GivenPromise {
  readonly givenOn: Day;
  readonly promisedOn: Day;
}

/** A delivery that has come. */
export interface Receipt extends Delivery {
  readonly receivedOn: Day;
  /** When it was known to have come: on `receivedOn` or later. Nothing is learned from it before. */
  readonly knownOn: Day;
  /** The dates that were promised after the first one, oldest first. */
  readonly revisions: readonly GivenPromise[];
}
