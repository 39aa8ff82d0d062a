import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, PurchaseOrderLineId, Sku } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { RiskFacts } from './get-stock-risk.js';
import { listNewStockouts } from './list-new-stockouts.js';
import { listSupplierSlips } from './list-supplier-slips.js';
import { SupplierCallFacts } from './supplier-call-facts.js';

/** Every item bears the name by which it is snoozed and told from those of the day before. */
const Item = { item: z.string() };

/** What the delay rule wants of an order soon: docs/delay-rule.md. `legalBy` null: at once. */
export const DueItem = z.object({
  ...Item,
  orderNumber: OrderNumber,
  customerName: z.string(),
  duty: z.enum(['notice', 'consent', 'refund', 'review']),
  legalBy: LocalDate.nullable(),
  isLate: z.boolean(),
  /** Some of it waits for stock: the rest is at the shop, and is to be shipped rather than put off. */
  waitsForStock: z.boolean(),
  orderLineIds: z.array(OrderLineId),
});
export type DueItem = z.infer<typeof DueItem>;

const Stockouts = listNewStockouts.output.options[0].shape.stockouts.element;
const Slips = listSupplierSlips.output.options[0].shape.slips.element;
export const StockoutItem = Stockouts.extend(Item);
export const SlipItem = Slips.extend(Item);

export const RiskItem = RiskFacts.extend({
  ...Item,
  /** What to order now, from whom; null where there is enough on order or no basis. */
  order: z
    .object({ unitsToOrder: z.int(), supplierName: z.string(), cost: Money, arrivesLikelyOn: LocalDate })
    .nullable(),
});
export type RiskItem = z.infer<typeof RiskItem>;

export const CustomerItem = z.object({
  ...Item,
  orderNumber: OrderNumber,
  customerName: z.string(),
  tier: z.enum(['standard', 'plus', 'vip']),
  waitedDays: z.int(),
  slips: z.int(),
  daysLate: z.int(),
  revenueWaiting: Money,
});
export type CustomerItem = z.infer<typeof CustomerItem>;

/** Units that lie free while somebody waits: a manager gives them out from the plan. */
export const FreeItem = z.object({
  ...Item,
  sku: Sku,
  itemName: z.string(),
  units: z.int(),
  orderNumbers: z.array(OrderNumber),
  orderLines: z.int(),
});
export type FreeItem = z.infer<typeof FreeItem>;

/** A delivery that is promised or likely for today, and whom it serves first. */
export const ArrivalItem = z.object({
  ...Item,
  poLineId: PurchaseOrderLineId,
  sku: Sku,
  itemName: z.string(),
  supplierName: z.string(),
  openUnits: z.int(),
  promisedOn: LocalDate.nullable(),
  orderNumbers: z.array(OrderNumber),
  waitingLines: z.int(),
});
export type ArrivalItem = z.infer<typeof ArrivalItem>;

/** A supplier whom somebody must call: told until the call is closed. */
export const CallItem = SupplierCallFacts.pick({
  callId: true,
  poNumber: true,
  supplierName: true,
  phone: true,
  because: true,
  unanswered: true,
  takenBy: true,
  waiting: true,
}).extend({ ...Item, dueOn: LocalDate });
export type CallItem = z.infer<typeof CallItem>;

/** One part of the digest: the first items that are news, and how many more, unchanged and snoozed ones there are. */
export const sectionOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), more: z.int(), unchanged: z.int(), snoozed: z.int() });

export const DigestFacts = z.object({
  shopName: z.string(),
  todayOn: LocalDate,
  compiledAt: Instant,
  /** What changed is what changed after it. */
  since: Instant,
  sinceOn: LocalDate,
  /** Things to decide today: the legal clock, each item to give out and each call, whom to give the orders at risk. */
  decisions: z.int(),
  /** The order lines that the parts name, each once, at the price they were sold for. */
  revenueAtRisk: Money,
  dueWithinHours: z.int(),
  due: sectionOf(DueItem),
  stockouts: sectionOf(StockoutItem),
  slips: sectionOf(SlipItem),
  willRunOut: sectionOf(RiskItem),
  customers: sectionOf(CustomerItem),
  /** Orders at risk that a colleague has already. */
  customersWithColleague: z.int(),
  free: sectionOf(FreeItem),
  arrivals: sectionOf(ArrivalItem),
  calls: sectionOf(CallItem),
  desk: z.object({
    conversations: z.int(),
    /** By what happened, not by silence; of the rest nothing is known yet. */
    resolved: z.int(),
    unresolved: z.int(),
    ratings: z.int(),
    ratedHelpful: z.int(),
    handOffs: z.int(),
    handOffsOpen: z.int(),
    promisesDue: z.int(),
    promisesKept: z.int(),
    offers: z.int(),
    offersCost: Money,
    budgetPerDay: Money,
    campaignLeft: Money,
    /** Asked of the shop's own system longer ago than the policy allows, and not answered. */
    shopUnanswered: z.int(),
    shopUnansweredSince: LocalDate.nullable(),
  }),
  decided: z.array(
    z.object({
      kind: z.enum(['allocated', 'offered', 'approved', 'changed', 'declined', 'escalated', 'closed', 'snoozed']),
      by: z.string(),
      about: z.string(),
      units: z.int().nullable(),
      worth: Money.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
  decidedMore: z.int(),
  /** Data that are older than the policy allows; null where they are fresh. */
  stale: z.object({ noReceiptSince: LocalDate.nullable(), noScanSince: LocalDate.nullable() }),
  /** Each item that was told, with what of it would be news. */
  told: z.record(z.string(), z.string()),
});
export type DigestFacts = z.infer<typeof DigestFacts>;
