import { z } from 'zod';
import { LocalDate } from '../../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../../domain/kernel/ids.js';
import { INTENTS } from '../../language/intents.js';
import { changeAddress } from '../../tools/change-address.js';
import { identifyShopper } from '../../tools/identify-shopper.js';

/** What a flow has learned so far. */
export const Slots = z.object({
  orderNumber: OrderNumber.optional(),
  factor: identifyShopper.input.shape.factor.optional(),
  lineIds: z.array(OrderLineId).optional(),
  wholeOrder: z.boolean().optional(),
  substitute: Sku.optional(),
  product: Sku.optional(),
  /** The last day that does, where the shopper named one. */
  neededBy: LocalDate.optional(),
  shipTo: changeAddress.input.shape.shipTo.optional(),
  /** What a correction has ruled out: "no, the other one". */
  notLines: z.array(OrderLineId).optional(),
  notOrder: OrderNumber.optional(),
  /** The message that began the flow: "cancel the lens" still holds after who is asking has been settled. */
  said: z.object({ text: z.string(), words: z.string() }).optional(),
});
export type Slots = z.infer<typeof Slots>;

/** A wish put off: its own words, and the order that its message named. */
const Wish = z.object({ intent: z.enum(INTENTS), text: z.string(), orderNumber: OrderNumber.optional() });
export type Wish = z.infer<typeof Wish>;

/** The rules brain's memory between messages: plain data, so that a conversation can rest for days and go on anywhere. */
export const Dialogue = z.object({
  /** The flow that waits for an answer, and the need it asked for. */
  waiting: z.object({ flow: z.string(), need: z.string(), slots: Slots }).nullable().default(null),
  /** The flow that put the last recap, with what it knew: what a correction takes back. */
  proposed: z.object({ flow: z.string(), slots: Slots }).nullable().default(null),
  /** The order last talked about. */
  orderNumber: OrderNumber.nullable().default(null),
  /** The items last talked about, for "it" and "both". */
  lineIds: z.array(OrderLineId).default([]),
  /** The flow last gone through and what it was about, for "and the lens?" and "say that again". */
  last: z.object({ flow: z.string(), slots: Slots }).nullable().default(null),
  /** Wishes of a message that wait for the answer to a question, in their order. */
  pending: z.array(Wish).default([]),
  /** Choices shown with the last question, in their order, for "the second one". */
  shownLines: z.array(OrderLineId).default([]),
  shownOrders: z.array(OrderNumber).default([]),
  shownSubstitutes: z.array(Sku).default([]),
  shownProducts: z.array(z.object({ sku: Sku, productName: z.string() })).default([]),
  /** What "which of these do you mean?" offered. */
  offered: z.array(z.enum(INTENTS)).default([]),
  /** An apology was made: there is one for a wait, not one a message. */
  apologised: z.boolean().default(false),
  /** Was told that their anger was heard. */
  acknowledged: z.boolean().default(false),
  /** The templates of the last answer. */
  said: z.array(z.string()).default([]),
  /** Messages in a row that were not understood. */
  misses: z.int().default(0),
  /** Whether the shopper was asked if this helped: nobody is asked twice. */
  wasRatingAsked: z.boolean().default(false),
});
export type Dialogue = z.infer<typeof Dialogue>;
