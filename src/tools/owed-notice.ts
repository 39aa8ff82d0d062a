import type { LineStanding } from '../domain/delay-rule/delay-standing.js';
import { targetBefore } from '../domain/delay-rule/duties.js';
import { type NoticeTerms, noticeTerms } from '../domain/delay-rule/notice-terms.js';
import { dateIn, daysBetween, type LocalDate } from '../domain/kernel/dates.js';
import { findCustomer, ownerOf } from '../store/customers.js';
import { type NoticeFacts, type NoticeLine, refusingAddresses } from '../store/delay-notices.js';
import type { OrderLineRecord, OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { standingNow } from './delay-facts.js';
import { type Estimate, estimateLine } from './estimate-line.js';
import type { OrderUnderRule } from './orders-under-rule.js';
import { isStaff } from './principal.js';

/** The states of a line that can wait for stock: any other is being prepared, on its way, or over. */
export const WAITS: ReadonlySet<OrderLineRecord['state']> = new Set<OrderLineRecord['state']>([
  'backordered',
  'part_shipped',
]);

export interface OwedNotice {
  readonly facts: NoticeFacts;
  /**
   * Whether the time to send it has come: a date moved by as much as the policy tells at once, none can be named any
   * more, or our own deadline before the legal day is here.
   */
  readonly isDue: boolean;
}

/** How a notice is looked for. */
interface Look {
  /** A supplier has just given other dates. */
  readonly isLearned?: boolean;
  /** What was read already, for whoever looks at many orders. */
  readonly known?: Pick<OrderUnderRule, 'standing' | 'lines'>;
  readonly estimate?: Estimate;
}

/**
 * The delay notice that an order owes its customer now (16 CFR 435.2(b)), all its late lines together; null when none is
 * owed. Every date in it is the cautious one, by which nine of ten such lines ship. */
export async function owedNotice(
  order: OrderRecord,
  context: ToolContext,
  { isLearned = false, known, estimate }: Look = {},
): Promise<OwedNotice | null> {
  const { standing, lines } = known ?? (await standingNow(order, context));
  const late: (NoticeLine & { readonly sendBy: LocalDate })[] = [];
  let isDue = false;
  for (const line of lines) {
    const one = standing.lines.find(({ orderLineId }) => orderLineId === line.id);
    if (!one?.lapse || !WAITS.has(line.state)) continue;
    const eta = estimate
      ? estimate(line, order.shippingService)?.eta
      : await estimateLine(line, order.shippingService, context);
    if (!eta) continue;
    const terms = noticeTerms(one, eta.kind === 'estimated' ? eta.shipsCautiousOn : null);
    if (!terms) continue;
    isDue ||= isTimeFor(one, terms, { today: dateIn(order.shipToZone, context.now), isLearned }, context);
    late.push({
      orderLineId: line.id,
      lineName: line.title,
      quantity: line.quantity - line.shippedQuantity,
      shipByBefore: one.lapse.endOf,
      revisedShipBy: terms.revisedShipBy,
      silenceMeansConsent: terms.silence === 'consent',
      answerBy: terms.answerBy,
      isRenewed: one.state === 'delayed',
      sendBy: terms.sendBy,
    });
  }
  const sendBy = late.map((line) => line.sendBy).sort()[0];
  const customer = sendBy && (await findCustomer(context.sql, order.customerId));
  if (!sendBy || !customer) return null;
  const facts = {
    orderNumber: order.number,
    customerName: customer.name,
    refundMethod: order.paymentMethod,
    lines: late.map(({ sendBy: _, ...line }) => line),
    sendBy,
  };
  return { facts, isDue };
}

function isTimeFor(
  { lapse, option, awaitsAnswer, shippingTime }: LineStanding,
  { revisedShipBy }: NoticeTerms,
  { today, isLearned }: { readonly today: LocalDate; readonly isLearned: boolean },
  { rules }: ToolContext,
): boolean {
  if (!lapse || shippingTime.kind === 'not_started' || revisedShipBy === null) return lapse !== null;
  // they are asked already: a date that creeps on from day to day is no reason to ask again, what a supplier says is
  if (awaitsAnswer && option?.silence === 'cancel' && !isLearned) return false;
  const told = option?.revisedShipBy ?? lapse.endOf;
  if (daysBetween(told, revisedShipBy) >= rules.notices.automatic.fromDaysMoved) return true;
  return today >= targetBefore(lapse.endOf, shippingTime.completedOn);
}

/**
 * Where the notice of an order goes: the first e-mail address on file that has not refused one. A person may try one that
 * did. Null where there is none.
 */
export async function noticeAddress(
  { number }: Pick<OrderRecord, 'number'>,
  { sql, principal }: Pick<ToolContext, 'sql' | 'principal'>,
): Promise<string | null> {
  const owner = await ownerOf(sql, number);
  if (!owner) return null;
  const refused = new Set(await refusingAddresses(sql, owner.customerId));
  const taken = owner.emails.find((email) => !refused.has(email));
  return taken ?? (isStaff(principal) ? (owner.emails[0] ?? null) : null);
}
