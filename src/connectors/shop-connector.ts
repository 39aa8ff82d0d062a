import type { OrderNumber } from '../domain/kernel/ids.js';
import type { ShopAct, ShopAnswer } from '../store/shop-requests.js';

/** One request as it goes to the shop. Its key is the request's id, which no other desk or database has. */
export type OutgoingRequest = ShopAct & { readonly orderNumber: OrderNumber; readonly key: string };

/** Nobody knows whether it was done: the same request must be asked again, under the same key. */
export interface Unavailable {
  readonly kind: 'unavailable';
  /** What the shop asks us to wait; null when it does not say. */
  readonly afterSeconds: number | null;
  /** For the log and the outbox: never what the request says. */
  readonly error: string;
}

/**
 * The shop's own system, as the desk needs it. Whoever implements it keeps one promise: what is asked twice under one
 * key is done once, and answered alike both times.
 */
export interface ShopConnector {
  /** Carries out a request and brings its receipt, or the reason why not. */
  carryOut(request: OutgoingRequest): Promise<ShopAnswer | Unavailable>;
  /** What became of a key. `unknown`: the shop has never heard of it, so that it can be asked anew. */
  lookUp(key: string): Promise<ShopAnswer | { readonly kind: 'unknown' } | Unavailable>;
}
