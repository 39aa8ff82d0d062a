import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { compareInstants, dateIn, type Instant, type LocalDate, type Zone } from '../kernel/dates.js';
import type { OrderLineId } from '../kernel/ids.js';
import { apportion, type Money, money, sum } from '../kernel/money.js';
import { refundNotAfter, refundSendBy } from '../orders/refund-amount.js';
import type { DelayRecord, RefundForm } from './records.js';
import { type Rule, rule } from './rules.js';

/** Money sent back that is no refund, and why. */
export interface RefusedRefund {
  readonly form: RefundForm;
  readonly amount: Money;
  readonly because: 'not_money' | 'original_method_not_shown_impossible';
  readonly rule: Rule;
}

/** A refund that has vested for one line. Days in the ship-to zone. */
export interface RefundStanding {
  readonly vestedOn: LocalDate;
  /** Our operating target: the day it vested counts as the first of the seven working days. */
  readonly sendBy: LocalDate;
  /** The statute's own limit: counted from the day after. */
  readonly notAfter: LocalDate;
  readonly form: 'original_method' | 'cash_check_or_money_order';
  readonly state: 'owed' | 'sent';
  readonly sentOn: LocalDate | null;
  /** The refunds of this line that count, each with its amount. */
  readonly sent: readonly Money[];
  readonly refused: readonly RefusedRefund[];
  /** The copy of the credit memo, or of the statement that nothing will be charged, is not on record (row 16). */
  readonly proofMissing: boolean;
}

/**
 * The refund of one line that vested on `vestedOn`. Sent within seven working days (435.1(b)), by the original method;
 * where that proved impossible, in cash, by check or money order within seven working days of finding out (435.1(d)).
 * Store credit, points and gift cards are never a refund.
 */
export function refundStanding(
  records: readonly DelayRecord[],
  vestedOn: LocalDate,
  { zone, calendar }: { readonly zone: Zone; readonly calendar: BusinessCalendar },
): RefundStanding {
  const [impossible] = records
    .filter(({ kind }) => kind === 'refund_method_impossible')
    .map(({ at }) => at)
    .sort(compareInstants);
  const foundOn = impossible && dateIn(zone, impossible);
  const from = foundOn && foundOn > vestedOn ? foundOn : vestedOn;
  const attempts = records.flatMap((record) => (record.kind === 'refund_sent' ? [record] : []));
  const judged = attempts.map((one) => ({ one, because: flawOf(one, impossible) }));
  const counting = judged
    .flatMap(({ one, because }) => (because === null ? [one] : []))
    .sort((a, b) => compareInstants(a.at, b.at));
  const [sent] = counting;
  const isSent =
    sent !== undefined || records.some((record) => record.kind === 'refund_booked' && record.state === 'sent');
  return {
    vestedOn,
    sendBy: refundSendBy(from, calendar),
    notAfter: refundNotAfter(from),
    form: impossible ? 'cash_check_or_money_order' : 'original_method',
    state: isSent ? 'sent' : 'owed',
    sentOn: sent ? dateIn(zone, sent.at) : null,
    sent: counting.map(({ amount }) => amount),
    refused: judged.flatMap(({ one: { form, amount }, because }) =>
      because === null ? [] : [{ form, amount, because, rule: rule('12') }],
    ),
    proofMissing: isSent && !(sent && (sent.proof !== null || sent.form !== 'original_method')),
  };
}

function flawOf(
  { form, at }: { readonly form: RefundForm; readonly at: Instant },
  impossible: Instant | undefined,
): RefusedRefund['because'] | null {
  switch (form) {
    case 'store_credit':
    case 'points':
    case 'gift_card':
      return 'not_money';
    case 'original_method':
      return null;
    default:
      return impossible && compareInstants(impossible, at) <= 0 ? null : 'original_method_not_shown_impossible';
  }
}

/** An order's money, as the refund sees it. `keptUnits`: what shipped of a line, or still waits and may. */
export interface OrderMoney {
  readonly paid: Money;
  readonly postage: Money;
  readonly lines: readonly {
    readonly orderLineId: OrderLineId;
    readonly unitPrice: Money;
    readonly quantity: number;
    readonly keptUnits: number;
    readonly shippedUnits: number;
  }[];
}

export interface RefundAmount {
  /** All refunds of the order together, those already sent included. */
  readonly amount: Money;
  readonly because: 'all_paid' | 'paid_less_what_stays';
  /** What the items that stay would have cost alone. */
  readonly staysAlone: Money;
  /** A person looks at it before it is sent: something of the order has shipped. */
  readonly needsReview: boolean;
  readonly rule: Rule;
}

/**
 * What goes back for everything of an order that is cancelled. Nothing stays: all that was paid, postage included.
 * Otherwise total paid less what the items that stay would have cost alone (FTC guidance, table row 13). We assume that
 * those alone carry the same postage and keep their share of a discount; where something shipped, a person reviews it.
 */
export function refundAmount({ paid, postage, lines }: OrderMoney): RefundAmount {
  const nothing = money(0, paid.currency);
  const inOrder = [...lines].sort((a, b) => (a.orderLineId < b.orderLineId ? -1 : 1));
  const goods = money(Math.max(0, paid.cents - postage.cents), paid.currency);
  const weights = inOrder.map(({ unitPrice, quantity }) => unitPrice.cents * quantity);
  const shares = inOrder.length > 0 ? apportion(goods, weights) : [];
  const kept = inOrder.map(({ keptUnits, quantity }, index) => {
    const [stays] = apportion(shares[index] ?? nothing, [keptUnits, quantity - keptUnits]);
    return stays ?? nothing;
  });
  const anythingStays = lines.some(({ keptUnits }) => keptUnits > 0);
  const staysAlone = anythingStays ? sum([...kept, least(postage, paid)], paid.currency) : nothing;
  return {
    amount: money(paid.cents - staysAlone.cents, paid.currency),
    because: anythingStays ? 'paid_less_what_stays' : 'all_paid',
    staysAlone,
    needsReview: lines.some(({ shippedUnits }) => shippedUnits > 0),
    rule: rule('13'),
  };
}

const least = (a: Money, b: Money): Money => (a.cents < b.cents ? a : b);
