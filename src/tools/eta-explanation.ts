import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, PurchaseOrderLineId, Sku, SupplierId } from '../domain/kernel/ids.js';
import { OnOrder } from './dated-supply.js';

const Dates = z.object({ likelyOn: LocalDate, cautiousOn: LocalDate });

/** P10, P50 and P90 of the day the carrier takes it, and of the day the customer has it. */
const ThreeDates = z.object({ earliestOn: LocalDate, likelyOn: LocalDate, cautiousOn: LocalDate });

/** What a supplier's closed lines have shown (docs/eta.md). Chances from 0 to 1. */
const Habit = z.object({
  receipts: z.int(),
  lateShare: z.number(),
  /** Half its deliveries or more came at least so many days after the first promise; null without receipts. */
  usualSlipDays: z.number().nullable(),
  usualLeadDays: z.number().nullable(),
  chanceShort: z.number(),
  chanceCancelled: z.number(),
});

/** A purchase order line that the dates rest on: whose units it brings, and how its supplier keeps dates. */
export const ChainLink = OnOrder.extend({
  timesMoved: z.int(),
  unitsForOthers: z.int(),
  unitsForThisLine: z.int(),
  habit: Habit,
});

/** The one thing to know about the last delivery's date; days where it has some. */
const Because = z.object({
  reason: z.enum(['on_time', 'supplier_usually_late', 'overdue', 'thin_history', 'no_promise']),
  days: z.int().nullable(),
  receipts: z.int().nullable(),
});

/** What would change the dates, and to what: src/domain/eta/eta-levers.ts. */
const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('served_first'), ships: Dates }),
  z.object({ kind: z.literal('sent_express'), arrives: Dates }),
  z.object({ kind: z.literal('without_order'), poLineId: PurchaseOrderLineId, ships: Dates.nullable() }),
  z.object({ kind: z.literal('free_units_allocated'), unitsFree: z.int() }),
]);

const About = z.object({
  /** Null for an order that is not placed yet. */
  orderLineId: OrderLineId.nullable(),
  orderNumber: OrderNumber.nullable(),
  sku: Sku,
  itemName: z.string(),
  /** Units that still wait. */
  units: z.int(),
  queuePosition: z.int(),
  unitsAhead: z.int(),
  waitingLines: z.int(),
  waitingUnits: z.int(),
});

/** Why one line's dates are what they are, step by step; or why it has none and what it would take. */
export const Explanation = z.discriminatedUnion('kind', [
  About.extend({
    kind: z.literal('estimated'),
    ships: ThreeDates,
    arrives: ThreeDates,
    /** From 0 to 1; null where no date was asked about. */
    chanceByDate: z.object({ byDate: LocalDate, shipped: z.number(), arrived: z.number() }).nullable(),
    because: Because,
    purchaseOrders: z.array(ChainLink),
    receivingDays: z.int(),
    packingDays: z.int(),
    transitLikelyDays: z.int(),
    transitCautiousDays: z.int(),
    wouldChange: z.array(Change),
  }),
  About.extend({
    kind: z.literal('not_covered'),
    /** `no_supply`: nothing is on order; `short_supply`: it does not reach this line. */
    reason: z.enum(['no_supply', 'short_supply']),
    missingUnits: z.int(),
    onOrder: z.array(OnOrder),
    /** Ordering what is missing today from the supplier ordered from last; null where there is none or no record. */
    ifOrderedToday: Dates.extend({ supplierId: SupplierId, supplierName: z.string(), units: z.int() }).nullable(),
    wouldChange: z.array(Change),
  }),
  About.extend({ kind: z.literal('no_record'), onOrder: z.array(OnOrder) }),
]);
export type Explanation = z.infer<typeof Explanation>;
export type EtaChange = z.infer<typeof Change>;
