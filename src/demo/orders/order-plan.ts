import type { Address } from './addresses.js';

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly tier: 'standard' | 'plus' | 'vip';
  readonly isBusiness: boolean;
  readonly address: Address;
  readonly payment: string;
  /** Day from today on which they first bought. */
  readonly since: number;
}

/** An order as a story, before it becomes rows. All moments in days from today; -1.5 is noon UTC two days ago. */
export interface OrderPlan {
  /** Only the orders of named people have a number of their own. */
  readonly number?: string;
  readonly customer: DemoCustomer;
  readonly placed: number;
  readonly salesChannel: 'web' | 'store' | 'marketplace';
  readonly service: 'standard' | 'express';
  readonly neededBy?: number;
  readonly lines: readonly LinePlan[];
}

export interface LinePlan {
  readonly sku: string;
  readonly quantity: number;
  readonly fate: Fate;
  /** When the shop said it would ship, where that is part of the story. */
  readonly shipBy?: number | null;
  /** Nobody told the customer in time that it would be later: the one mistake of this shop. */
  readonly noticeMissed?: true;
}

/**
 * What happened to a line.
 * - `placed`: just ordered, nobody has looked yet.
 * - `allocated`: units are set aside for it.
 * - `waiting`: backordered.
 * - `sent`: units left the shelf and went through these moments as far as they have come; `units` when only some did.
 *   `waitedUntil`: it was backordered before.
 * - `cancelled`: by the customer, before anything left.
 */
export type Fate =
  | { readonly kind: 'placed' }
  | { readonly kind: 'allocated' }
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'sent';
      readonly labelled: number;
      readonly handedOver: number | null;
      readonly delivered: number | null;
      readonly units?: number;
      readonly waitedUntil?: number;
    }
  | { readonly kind: 'cancelled'; readonly at: number };
