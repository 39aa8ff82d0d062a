import { addBusinessDays, type BusinessCalendar, usWorkingDays } from '../kernel/business-calendar.js';
import type { LocalDate } from '../kernel/dates.js';
import type { OrderLineId } from '../kernel/ids.js';
import { apportion, type Money, money, subtract, sum } from '../kernel/money.js';
import { canCancel, isGivenUp, type LineState } from './line-state.js';

/** A paid order as the refund sees it: all its lines, cancelled ones included, all amounts in one currency. */
export interface PaidOrder {
  /** All that was paid, postage included. */
  readonly paid: Money;
  readonly postage: Money;
  /** `total`: the line's price times quantity, not negative. States are those before the cancelling. */
  readonly lines: readonly { readonly lineId: OrderLineId; readonly total: Money; readonly state: LineState }[];
  /** What went back, or is on its way back, so far. */
  readonly alreadyRefunded: Money;
  /** The lines to be cancelled now. */
  readonly cancelling: readonly OrderLineId[];
}

/**
 * What is owed for cancelling lines. When nothing has shipped and no line is left: everything not yet refunded, postage
 * included. Otherwise each line's share of what was paid for goods (paid − postage), by line totals and to the exact
 * cent; the postage stays with what was or will be sent. Never more than is left of the payment.
 *
 * Source: 16 CFR 435.2(c) and its guidance (delay-rule page rows 10 and 13). For a part-shipped order the share equals
 * "total paid less what the shipped items alone would have cost" as long as those alone cost the same postage and keep
 * their discount; a person reviews it. Throws when asked to cancel a line that is not in the order or cannot be
 * cancelled: check with `canCancel` first.
 */
export function refundForCancelling(order: PaidOrder): Money {
  const { paid, lines, alreadyRefunded } = order;
  const cancelling = new Set(order.cancelling);
  const chosen = lines.filter((line) => cancelling.has(line.lineId));
  const stuck = chosen.find((line) => !canCancel(line.state));
  if (stuck) throw new RangeError(`Line ${stuck.lineId} is ${stuck.state} and cannot be cancelled`);
  if (chosen.length < cancelling.size) throw new RangeError('Asked to cancel a line that is not in the order');
  if (chosen.length === 0) return money(0, paid.currency);

  const left = notNegative(subtract(paid, alreadyRefunded));
  const nothingRemains = lines.every((line) => cancelling.has(line.lineId) || isGivenUp(line.state));
  if (nothingRemains) return left;

  const shares = sharesOfGoods(order);
  const owed = sum(
    chosen.map((line) => shares.get(line.lineId) ?? money(0, paid.currency)),
    paid.currency,
  );
  return owed.cents < left.cents ? owed : left;
}

/** Splits paid − postage over all lines of the order, in order of line id so that every call splits alike. */
function sharesOfGoods({ paid, postage, lines }: PaidOrder): Map<OrderLineId, Money> {
  const inOrder = [...lines].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  const goods = notNegative(subtract(paid, postage));
  const parts = apportion(
    goods,
    inOrder.map((line) => line.total.cents),
  );
  return new Map(inOrder.flatMap((line, index) => (parts[index] ? [[line.lineId, parts[index]] as const] : [])));
}

const notNegative = (amount: Money): Money => (amount.cents < 0 ? money(0, amount.currency) : amount);

const REFUND_WORKING_DAYS = 7;

/**
 * The day by which a refund owed since `owedOn` is to be sent: our operating target, counting the day it became owed
 * as the first of seven working days, where the statute can also be read as starting the day after (delay-rule page,
 * row 11, fixture D1). The shop's own calendar can make it earlier, its days off never later.
 * Source: 16 CFR 435.1(b), paid by other means than the seller's own credit.
 */
export function refundSendBy(owedOn: LocalDate, calendar: BusinessCalendar): LocalDate {
  const byLaw = seventhWorkingDay(owedOn, usWorkingDays);
  const byShop = seventhWorkingDay(owedOn, calendar);
  return byShop < byLaw ? byShop : byLaw;
}

/** The statute's own limit for the same refund: the seven working days counted from the day after it became owed. */
export const refundNotAfter = (owedOn: LocalDate): LocalDate =>
  addBusinessDays(usWorkingDays, owedOn, REFUND_WORKING_DAYS);

const seventhWorkingDay = (owedOn: LocalDate, calendar: BusinessCalendar): LocalDate =>
  addBusinessDays(calendar, addBusinessDays(calendar, owedOn, 0), REFUND_WORKING_DAYS - 1);
