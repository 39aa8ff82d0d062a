import type { Claimed } from '../store/outbox.js';

/** What became of one message handed to a channel. */
export type Delivery =
  | { readonly kind: 'sent'; readonly id: number }
  | { readonly kind: 'retry'; readonly id: number; readonly afterSeconds: number; readonly error: string };

/** A way out to people. The sender hands it claimed outbox rows, oldest first. */
export interface Channel {
  readonly name: string;
  /** Whether sending the same row twice does no harm, because the receiver recognises it. */
  readonly resendable: boolean;
  deliver(rows: readonly Claimed[]): Promise<readonly Delivery[]>;
}
