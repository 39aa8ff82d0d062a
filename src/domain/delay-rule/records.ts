import type { Instant, LocalDate } from '../kernel/dates.js';
import type { OrderLineId } from '../kernel/ids.js';
import type { Money } from '../kernel/money.js';

/** Sales that 16 CFR 435.3(a) leaves out. `service` and `in_store` are no mail, internet or telephone orders of goods. */
export const EXEMPTIONS = [
  'subscription_after_first',
  'seeds_or_plants',
  'cash_on_delivery',
  'negative_option',
  'service',
  'in_store',
] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** Ways a notice can reach a buyer. Which of them carry a valid option is for `notices.ts` to say. */
export const NOTICE_CHANNELS = ['email', 'post', 'sms', 'chat', 'order_page'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** `accepted`: the provider took it for delivery. `unknown`: nothing heard, which counts against the seller. */
export const DELIVERY_RESULTS = ['accepted', 'delivered', 'bounced', 'unknown'] as const;
export type DeliveryResult = (typeof DELIVERY_RESULTS)[number];

export interface NoticeDelivery {
  readonly channel: NoticeChannel;
  readonly result: DeliveryResult;
}

export const REFUND_FORMS = [
  'original_method',
  'cash',
  'check',
  'money_order',
  'store_credit',
  'points',
  'gift_card',
] as const;
export type RefundForm = (typeof REFUND_FORMS)[number];

/** What a card refund leaves behind: the issuer's credit memo, or the statement that nothing will be charged. */
export const REFUND_PROOFS = ['credit_memo', 'no_charge_statement'] as const;
export type RefundProof = (typeof REFUND_PROOFS)[number];

export interface NoticeSent {
  readonly kind: 'notice_sent';
  readonly noticeId: string;
  /** Where the exact words are kept: an outbox key, a message id. */
  readonly textRef: string;
  /** The definite revised shipping date R, which must be the cautious (P90) one; null when there is no reasonable basis for any. */
  readonly revisedShipBy: LocalDate | null;
  /** The reason for the delay as the notice gives it. */
  readonly reason: string | null;
  /** It offers, clearly, to cancel with a prompt refund. */
  readonly offersCancel: boolean;
  readonly answerIsFree: boolean;
  /** What was known of the delivery when the record was made; `notice_delivery` adds what is learned later. */
  readonly deliveries: readonly NoticeDelivery[];
}

export interface AnswerReceived {
  readonly kind: 'answer';
  readonly choice: 'consent' | 'cancel';
  /** The notice it answers; null: the newest option given before it. */
  readonly noticeId: string | null;
  readonly channel: string;
}

export interface RefundSent {
  readonly kind: 'refund_sent';
  readonly form: RefundForm;
  readonly amount: Money;
  readonly proof: RefundProof | null;
}

/** What can stand in the record of an order line. */
export type DelayFact =
  /** Payment or its authorisation, and all information needed to ship, were there. */
  | { readonly kind: 'order_completed' }
  /** With the order, the buyer applied to the seller for credit. */
  | { readonly kind: 'credit_application' }
  /** What was said before the order about shipping. `shipBy`: of a range the upper end; null: no time was stated. */
  | { readonly kind: 'shipping_statement'; readonly shipBy: LocalDate | null; readonly basis: string }
  | { readonly kind: 'exemption'; readonly because: Exemption; readonly note: string }
  | NoticeSent
  | ({ readonly kind: 'notice_delivery'; readonly noticeId: string } & NoticeDelivery)
  | AnswerReceived
  /** The carrier took the goods: its first scan (435.1(e)). `quantity` units of this line. */
  | { readonly kind: 'shipment'; readonly quantity: number; readonly carrier: string; readonly tracking: string }
  /** A label is not shipment; it says that something may leave soon. */
  | { readonly kind: 'label_printed'; readonly carrier: string; readonly tracking: string }
  | { readonly kind: 'seller_stops'; readonly reason: string }
  /** The shop's books owe money for the line; `state` as the books have it. */
  | {
      readonly kind: 'refund_booked';
      readonly amount: Money;
      readonly method: string;
      readonly state: 'owed' | 'requested' | 'sent' | 'refused';
    }
  | RefundSent
  | { readonly kind: 'refund_method_impossible'; readonly reason: string };

/**
 * One entry of the append-only record of an order line. `at` is when it happened in the world (a scan, a letter's
 * receipt), not when it was written down; `source` names where it is kept.
 */
export type DelayRecord = DelayFact & {
  readonly orderLineId: OrderLineId;
  readonly at: Instant;
  readonly source: string;
};
