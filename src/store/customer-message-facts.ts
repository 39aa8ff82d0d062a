import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';

const Item = z.object({ lineName: z.string(), quantity: z.int() });
const Items = z.array(Item).min(1);
const LineItem = Item.extend({ orderLineId: OrderLineId });
const order = { orderNumber: OrderNumber };

/** Days are days where the parcel goes. */
const Parcel = z.object({ shipmentId: z.string(), carrier: z.string(), tracking: z.string() });

/** A waiting line whose date is another than the customer was told. */
export const MovedLine = LineItem.extend({
  /** The day they were told before. */
  toldShipBy: LocalDate,
  /** The day it ships by in one of two cases; in nine of ten by `cautiousOn`. */
  likelyOn: LocalDate,
  cautiousOn: LocalDate,
});
export type MovedLine = z.infer<typeof MovedLine>;

/** A line as a mail told of it that the law asks for. */
export const MailedLine = LineItem.extend({
  /** Null where nobody can give a day with good reason. */
  revisedShipBy: LocalDate.nullable(),
});
export type MailedLine = z.infer<typeof MailedLine>;

const mailed = { orderNumbers: z.array(OrderNumber).min(1), noticeId: z.string() };

/** What each kind of message tells, by its kind. */
export const CUSTOMER_MESSAGE_FACTS = {
  order_confirmed: z.object({
    ...order,
    total: Money,
    lines: z.array(LineItem.extend({ unitsNow: z.int(), cautiousOn: LocalDate.nullable() })).min(1),
  }),
  shipped: z.object({
    ...order,
    parcel: Parcel,
    items: Items,
    arrivesLikelyOn: LocalDate,
    arrivesCautiousOn: LocalDate,
    /** Something of the order still has to follow. */
    moreFollows: z.boolean(),
  }),
  arriving_today: z.object({
    ...order,
    parcel: Parcel,
    items: Items,
    arrivesOn: LocalDate,
    /** The carrier itself says so; otherwise it is the likely day. */
    saidByCarrier: z.boolean(),
  }),
  date_moved: z.object({ ...order, lines: z.array(MovedLine).min(1) }),
  back_on_time: z.object({ ...order, lines: z.array(MovedLine).min(1) }),
  refund_sent: z.object({
    ...order,
    refundId: z.int(),
    refundAmount: Money,
    refundMethod: z.string(),
    refundSentOn: LocalDate,
    /** By when it usually shows on the statement. */
    refundExpectedBy: LocalDate,
  }),
  cancelled: z.object({
    ...order,
    items: z.array(LineItem).min(1),
    refundAmount: Money,
    refundMethod: z.string(),
    refundBy: LocalDate,
    /** Nothing of the order is left. */
    isWhole: z.boolean(),
  }),
  swapped: z.object({
    ...order,
    orderLineId: OrderLineId,
    lineName: z.string(),
    substituteName: z.string(),
    quantity: z.int(),
    refundAmount: Money,
    refundMethod: z.string(),
    refundBy: LocalDate,
  }),
  split: z.object({ ...order, splitNow: Items, splitLater: Items, splitCost: Money, chargedTo: z.string() }),
  upgraded: z.object({ ...order, upgradeCost: Money, chargedTo: z.string() }),
  address_changed: z.object({ ...order, newAddress: z.string() }),
  back_in_stock: z.object({ sku: Sku, productName: z.string(), price: Money, askedOn: LocalDate }),
  /** Beside a delay notice by mail. `answerBy`: the last day to answer; null when no answer counts as a yes. */
  notice_mailed: z.object({
    ...mailed,
    lines: z.array(MailedLine).min(1),
    answerBy: LocalDate.nullable(),
  }),
  /** Beside a reminder by mail: without an answer by `answerBy` it is cancelled. */
  reminder_mailed: z.object({ ...mailed, lines: z.array(MailedLine).min(1), answerBy: LocalDate }),
  /** Beside a mail that tells of a cancellation by rule. */
  cancellation_mailed: z.object({
    ...mailed,
    lines: z.array(LineItem).min(1),
    refundAmount: Money,
    refundMethod: z.string(),
    refundBy: LocalDate,
  }),
} as const;

export type CustomerMessageKind = keyof typeof CUSTOMER_MESSAGE_FACTS;
export type FactsOf<Kind extends CustomerMessageKind> = z.infer<(typeof CUSTOMER_MESSAGE_FACTS)[Kind]>;

/** A kind with its facts. */
export type Told = {
  readonly [Kind in CustomerMessageKind]: { readonly kind: Kind; readonly facts: FactsOf<Kind> };
}[CustomerMessageKind];

export const CUSTOMER_MESSAGE_KINDS = Object.keys(CUSTOMER_MESSAGE_FACTS) as CustomerMessageKind[];
