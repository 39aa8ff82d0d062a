import type { Claimed } from '../store/outbox.js';

/** What became of one message handed to a channel. */
export type Delivery =
  | { readonly kind: 'sent'; readonly id: number }
  | { readonly kind: 'retry'; readonly id: number; readonly afterSeconds: number; readonly error: string }
  /** Nobody knows whether it went out: `lookUp` is asked after a while. */
  | { readonly kind: 'unknown'; readonly id: number; readonly afterSeconds: number; readonly error: string }
  /** It is not to go out: who it is for does not want it, or it was not to be sent so. */
  | { readonly kind: 'withheld'; readonly id: number; readonly why: string }
  /** It can never go out as it is. */
  | { readonly kind: 'dead'; readonly id: number; readonly error: string };

/** A way out to people. The sender hands it claimed outbox rows, oldest first. */
export interface Channel {
  readonly name: string;
  /** Whether sending the same row twice does no harm, because the receiver recognises it. */
  readonly resendable: boolean;
  /** Rows handed over at once, at most. They must be done with within ten seconds. */
  readonly atOnce: number;
  deliver(rows: readonly Claimed[]): Promise<readonly Delivery[]>;
  /** Finds out whether rows went out whose sending was cut off; without it they stay unknown. */
  lookUp?(rows: readonly Claimed[]): Promise<readonly Delivery[]>;
}

/** Seconds until the next try: after the first the shortest pause, twice as long after each further one, up to the longest. */
export const doublingPause = (
  attempts: number,
  { first = 1, longest }: { readonly first?: number; readonly longest: number },
): number => Math.min(first * 2 ** (attempts - 1), longest);
