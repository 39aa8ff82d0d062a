import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { compareInstants, type Instant, type LocalDate, type Zone } from '../kernel/dates.js';
import type { OrderLineId, OrderNumber } from '../kernel/ids.js';
import { type Money, sum } from '../kernel/money.js';
import { type Duty, dutiesOf } from './duties.js';
import type { DelayRecord } from './records.js';
import { type RefundAmount, type RefundStanding, refundAmount, refundStanding } from './refund.js';
import { lapseRow, type NoticeVerdict, type Option, type Replay, replay } from './replay.js';
import { type Rule, rule } from './rules.js';
import type { ShippingTime } from './shipping-time.js';

/** An order as the rule needs it. Days are counted in `zone`, the ship-to zone. */
export interface DelayOrder {
  readonly orderNumber: OrderNumber;
  readonly zone: Zone;
  readonly paid: Money;
  readonly postage: Money;
  readonly lines: readonly {
    readonly orderLineId: OrderLineId;
    readonly name: string;
    readonly quantity: number;
    readonly unitPrice: Money;
  }[];
}

export interface LineStanding {
  readonly orderLineId: OrderLineId;
  readonly shippingTime: ShippingTime;
  readonly state: 'not_started' | 'in_time' | 'delayed' | 'exempt' | 'shipped' | 'cancelled';
  readonly quantity: number;
  readonly shippedUnits: number;
  /** Which row of 435.3(a) leaves the line out. */
  readonly exemptBecause: string | null;
  /** Each notice, and why it is an option or none. */
  readonly notices: readonly NoticeVerdict[];
  /** The newest valid option while the line is live; `awaitsAnswer` while no express answer to it came. */
  readonly option: Option | null;
  readonly awaitsAnswer: boolean;
  /** What the buyer agreed to: nothing yet, or by saying so, and until when; null for no date. */
  readonly consent: { readonly until: LocalDate | null } | null;
  /** If nobody says or ships anything: cancelled at the end of this day, under this row. Null: nothing happens. */
  readonly lapse: { readonly endOf: LocalDate; readonly rule: Rule } | null;
  /** `byRule`: the day, or shipment, until which the rule itself gives a right to cancel; null where it gives none. */
  readonly cancellation: { readonly possible: boolean; readonly byRule: LocalDate | 'shipment' | null };
  readonly cancelledBy: Rule | null;
  readonly refund: RefundStanding | null;
  readonly owed: readonly Duty[];
  /** The rows that fired, in their order. */
  readonly rules: readonly Rule[];
}

export interface DelayStanding {
  readonly orderNumber: OrderNumber;
  readonly lines: readonly LineStanding[];
  /** Null while nothing of the order is to be refunded under the rule. */
  readonly refund: (RefundAmount & { readonly sent: Money }) | null;
}

/**
 * Where each line of an order stands under 16 CFR part 435 at `asOf`: its shipping time, what counts as an option, what
 * is owed and by when, and what happens if nobody answers. `records` may hold any lines' records in any order; those
 * after `asOf` do not count. `calendar` can make our own target for a refund earlier, never the statute's limit later.
 *
 * A refund that vested stays: each moment of the record is looked at with what was known then, so that no later entry
 * (a bounce that makes another notice the first one, an exemption) takes it back.
 */
export function delayStanding(
  order: DelayOrder,
  records: readonly DelayRecord[],
  asOf: Instant,
  calendar: BusinessCalendar,
): DelayStanding {
  const known = records.filter(({ at }) => compareInstants(at, asOf) <= 0);
  const lines = order.lines.map((line) => {
    const own = known.filter(({ orderLineId }) => orderLineId === line.orderLineId);
    return lineStanding(line, own, asOf, order.zone, calendar);
  });
  return { orderNumber: order.orderNumber, lines, refund: orderRefund(order, lines) };
}

function lineStanding(
  { orderLineId, quantity }: DelayOrder['lines'][number],
  records: readonly DelayRecord[],
  asOf: Instant,
  zone: Zone,
  calendar: BusinessCalendar,
): LineStanding {
  const run = walk(records, quantity, asOf, zone);
  const { state, time } = run;
  const live = state.kind === 'live' ? state : null;
  const refund = state.kind === 'cancelled' ? refundStanding(records, state.vestedOn, { zone, calendar }) : null;
  const lapse =
    live?.until && run.shipped < quantity ? { endOf: live.until, rule: rule(lapseRow(live.phase, live.option)) } : null;
  const standing = {
    orderLineId,
    shippingTime: time,
    state: nameOf(run),
    quantity,
    shippedUnits: run.shipped,
    exemptBecause: state.kind === 'exempt' ? state.because : null,
    notices: run.notices,
    option: live?.option ?? null,
    awaitsAnswer: live?.awaitsAnswer ?? false,
    consent: live?.phase === 'consented' || live?.phase === 'indefinite' ? { until: live.until } : null,
    lapse,
    cancellation: { possible: live !== null || state.kind === 'exempt', byRule: rightToCancel(run) },
    cancelledBy: state.kind === 'cancelled' ? state.rule : null,
    refund,
    rules: distinct([...run.rules, ...(refund ? [rule('11'), rule('12'), rule('13')] : [])]),
  };
  return { ...standing, owed: dutiesOf(standing, records) };
}

/** Goes through the record moment by moment and stops at the first at which a refund has vested. */
function walk(records: readonly DelayRecord[], quantity: number, asOf: Instant, zone: Zone): Replay {
  const inTime = [...records].sort((a, b) => compareInstants(a.at, b.at));
  const moments = inTime.flatMap(({ at }, index) => {
    const before = inTime[index - 1];
    return before && compareInstants(before.at, at) === 0 ? [] : [{ at, known: inTime.slice(0, index) }];
  });
  for (const { at, known } of [...moments, { at: asOf, known: inTime }]) {
    const then = replay(known, quantity, at, zone);
    if (then.state.kind === 'cancelled') return withLater(then, inTime, quantity, asOf, zone);
  }
  return replay(inTime, quantity, asOf, zone);
}

/** A cancelled line keeps how it was cancelled; what is told of later notices and shipments comes from the whole record. */
function withLater(then: Replay, records: readonly DelayRecord[], quantity: number, asOf: Instant, zone: Zone): Replay {
  const { notices } = replay(records, quantity, asOf, zone);
  const judged = new Set(then.notices.map(({ noticeId }) => noticeId));
  return { ...then, notices: [...then.notices, ...notices.filter(({ noticeId }) => !judged.has(noticeId))] };
}

function nameOf({ state }: Replay): LineStanding['state'] {
  if (state.kind !== 'live') return state.kind;
  if (state.phase === 'not_started') return 'not_started';
  return state.phase === 'shipping_time' ? 'in_time' : 'delayed';
}

/** Rows 3 to 7: an option can be answered with a cancellation before its end; an indefinite consent until shipment. */
function rightToCancel({ state }: Replay): LocalDate | 'shipment' | null {
  if (state.kind !== 'live') return null;
  if (state.phase === 'indefinite') return 'shipment';
  const { option, awaitsAnswer } = state;
  return option && (awaitsAnswer || option.silence === 'consent') ? option.answerBy : null;
}

const distinct = (rules: readonly Rule[]): Rule[] =>
  rules.filter(({ row }, index) => rules.findIndex((other) => other.row === row) === index);

function orderRefund(
  { paid, postage, lines }: DelayOrder,
  standings: readonly LineStanding[],
): DelayStanding['refund'] {
  const cancelled = standings.filter(({ refund }) => refund !== null);
  if (cancelled.length === 0) return null;
  const shippedOf = new Map(standings.map(({ orderLineId, shippedUnits }) => [orderLineId, shippedUnits]));
  const isCancelled = new Set(cancelled.map(({ orderLineId }) => orderLineId));
  const amount = refundAmount({
    paid,
    postage,
    lines: lines.map((line) => {
      const shippedUnits = Math.min(line.quantity, shippedOf.get(line.orderLineId) ?? 0);
      const keptUnits = isCancelled.has(line.orderLineId) ? shippedUnits : line.quantity;
      return { ...line, shippedUnits, keptUnits };
    }),
  });
  const sent = cancelled.flatMap(({ refund }) => refund?.sent ?? []);
  return { ...amount, sent: sum(sent, paid.currency) };
}
