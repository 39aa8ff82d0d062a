import { evaluateOffers, type OfferVerdict } from '../domain/incentives/evaluate-offers.js';
import type { Authority, OfferSituation } from '../domain/incentives/offer.js';
import { addDays, addToInstant, dateIn, daysBetween, type LocalDate } from '../domain/kernel/dates.js';
import { findCustomer } from '../store/customers.js';
import { budgetLeft } from '../store/offer-budget.js';
import { offersSoFar } from '../store/offers.js';
import type { OrderRecord } from '../store/orders.js';
import { type WaitingStanding, waitingOf } from '../store/standing.js';
import type { ToolContext } from './define-tool.js';
import { getLineEta } from './get-line-eta.js';
import { isStaff } from './principal.js';

/** Without a stated time an order must ship within this many days (16 CFR 435.2(a)(1)). */
const UNSTATED_DAYS = 30;

/** Days by which the latest waiting line will likely miss the first date told; null when one of them has no date. */
export async function daysLateOf(
  waiting: readonly WaitingStanding[],
  placedOn: (line: WaitingStanding) => LocalDate,
  context: ToolContext,
): Promise<number | null> {
  const today = dateIn(context.policy.zone, context.now);
  let worst = 0;
  for (const line of waiting) {
    const due = line.firstShipBy ?? addDays(placedOn(line), UNSTATED_DAYS);
    const eta = await getLineEta.run({ orderLineId: line.orderLineId }, context);
    if (eta.kind === 'unknown') return null;
    worst = Math.max(worst, daysBetween(due, eta.kind === 'estimated' ? eta.likelyOn : today));
  }
  return worst;
}

/** Everything the offer engine needs to know of one order. */
export async function offerSituation(order: OrderRecord, context: ToolContext): Promise<OfferSituation> {
  const { sql, policy, now, rules } = context;
  const { frequency, budget } = rules.incentives;
  const waiting = await waitingOf(sql, { orderNumber: order.number });
  const since = addToInstant(now, { hours: -24 * frequency.days });
  const [customer, soFar, left, daysLate] = [
    await findCustomer(sql, order.customerId),
    await offersSoFar(sql, { orderNumber: order.number, customerId: order.customerId, since }),
    await budgetLeft(sql, budget, dateIn(policy.zone, now)),
    await daysLateOf(waiting, () => dateIn(order.shipToZone, order.placedAt), context),
  ];
  const costs = waiting.map(({ costCents }) => costCents);
  const waitingCents = total(waiting.map(({ valueCents }) => valueCents));
  return {
    tier: customer?.tier ?? 'standard',
    waitingCents,
    marginCents: costs.every((cost) => cost !== null) ? waitingCents - total(costs) : null,
    daysLate,
    slips: Math.max(0, ...waiting.map(({ slips }) => slips)),
    canGoExpress: context.shop.connected && order.shippingService !== 'express',
    offersLately: soFar.lately,
    hasOffer: soFar.hasOffer,
    budgetLeftCents: left,
  };
}

/** The authority a caller speaks with: a conversation and a job have the bot's. */
export const authorityOf = ({ principal }: Pick<ToolContext, 'principal'>): Authority =>
  isStaff(principal) ? principal.kind : 'bot';

export const evaluate = (situation: OfferSituation, context: ToolContext): OfferVerdict =>
  evaluateOffers(situation, context.rules.incentives, authorityOf(context));

const total = (cents: readonly number[]): number => cents.reduce((sum, one) => sum + one, 0);
