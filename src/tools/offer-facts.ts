import { z } from 'zod';
import type { Offer, OfferLimit } from '../domain/incentives/offer.js';
import { addDays, dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { spendBudget, takeTurnAtBudget } from '../store/offer-budget.js';
import { lockCustomer, recordOffer } from '../store/offers.js';
import { lockOrder, type OrderRecord } from '../store/orders.js';
import { requestOfShop } from '../store/shop-requests.js';
import type { ToolContext } from './define-tool.js';
import { authorityOf } from './offer-situation.js';
import { askedIn, principalId, staffAsking } from './principal.js';
import { inTransaction } from './transaction.js';

export const OfferKindName = z.enum(['discount', 'credit', 'points', 'gift', 'free_express', 'upgrade']);

/** An offer as the customer may hear it: no cost, no margin. */
export const OfferFacts = z.object({
  orderNumber: OrderNumber,
  offer: OfferKindName,
  /** Of what waits; for a discount. */
  offerPercent: z.int().nullable(),
  offerPoints: z.int().nullable(),
  offerAmount: Money,
  /** The most that whoever speaks may give for this order. */
  policyLimit: Money,
  policyLimitPercent: z.number(),
  validUntil: LocalDate,
});
export type OfferFacts = z.infer<typeof OfferFacts>;

export function offerFacts(
  offer: Offer,
  limits: readonly OfferLimit[],
  order: OrderRecord,
  context: ToolContext,
): OfferFacts {
  const { rules, policy, now } = context;
  const most = Math.min(...limits.filter(({ rule }) => rule !== 'earned').map(({ cents }) => cents));
  return {
    orderNumber: order.number,
    offer: offer.kind,
    offerPercent: offer.percent,
    offerPoints: offer.points,
    offerAmount: money(offer.faceCents, order.currency),
    policyLimit: money(most, order.currency),
    policyLimitPercent: rules.incentives[authorityOf(context)].maxPercent,
    validUntil: addDays(dateIn(policy.zone, now), rules.incentives.validDays),
  };
}

/** Holds what a grant rests on until the transaction ends: order, customer and budgets, always in this order. */
export async function lockForGrant(orderNumber: OrderNumber, context: ToolContext): Promise<OrderRecord | null> {
  const tx = inTransaction(context);
  const order = await lockOrder(tx, orderNumber);
  if (!order) return null;
  await lockCustomer(tx, order.customerId);
  await takeTurnAtBudget(tx);
  return order;
}

/** Writes a grant down and takes its cost from the budgets; the caller has locked and judged it. Returns its id. */
export async function grant(order: OrderRecord, offer: Offer, why: unknown, context: ToolContext): Promise<string> {
  const { policy, now, rules, principal } = context;
  const tx = inTransaction(context);
  const today = dateIn(policy.zone, now);
  const { budget, validDays } = rules.incentives;
  const { id: offerId, code } = await recordOffer(tx, {
    orderNumber: order.number,
    customerId: order.customerId,
    offer,
    currency: order.currency,
    campaign: budget.campaign,
    grantedBy: principal.kind === 'shopper' ? `bot:${principal.conversationId}` : principalId(principal),
    authority: authorityOf(context),
    why,
    at: now,
    expiresOn: addDays(today, validDays),
  });
  const spent = await spendBudget(tx, { limits: budget, today, offerId, cents: offer.costCents, at: now });
  if (!spent) throw new Error(`The budget for the offer on order ${order.number} went between judging and granting it`);
  if (context.shop.connected) await askForOffer({ order, offer, offerId, code }, context);
  return offerId;
}

/** Asks the shop for the code, or for the faster way. Points are the desk's own; an upgrade of the item takes a person. */
async function askForOffer(
  { order, offer, offerId, code }: { order: OrderRecord; offer: Offer; offerId: string; code: string | null },
  context: ToolContext,
): Promise<void> {
  const tx = inTransaction(context);
  const asked = {
    orderNumber: order.number,
    key: `offer:${offerId}`,
    at: context.now,
    conversationId: askedIn(context.principal),
    askedBy: staffAsking(context.principal),
  };
  const validUntil = addDays(dateIn(context.policy.zone, context.now), context.rules.incentives.validDays);
  if (code !== null)
    await requestOfShop(tx, {
      ...asked,
      kind: 'create_code',
      about: { offerId, code, percent: offer.percent, amount: money(offer.faceCents, order.currency), validUntil },
    });
  if (offer.kind === 'free_express')
    await requestOfShop(tx, {
      ...asked,
      kind: 'upgrade_shipping',
      about: { service: 'express', offerId, charge: money(0, order.currency), chargedTo: order.paymentMethod },
    });
}
