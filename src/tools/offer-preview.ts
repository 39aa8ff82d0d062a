import { z } from 'zod';
import { type GrantVerdict, judgeOffer } from '../domain/incentives/evaluate-offers.js';
import { addDays, dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { findCustomer } from '../store/customers.js';
import type { OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { OfferKindName } from './offer-facts.js';
import { authorityOf, offerSituation } from './offer-situation.js';
import { faceCentsOf, type OfferWorth } from './offer-worth.js';

/** An offer as staff see it before it is given: worth, limit, budget, margin, frequency. */
export const OfferPreview = z.object({
  orderNumber: OrderNumber,
  customerName: z.string(),
  tier: z.enum(['standard', 'plus', 'vip']),
  offer: OfferKindName,
  offerPercent: z.int().nullable(),
  offerPoints: z.int().nullable(),
  offerAmount: Money,
  cost: Money,
  /** Price of what waits. */
  waiting: Money,
  /** The most that who asks may give for this order alone. */
  limit: Money,
  limitPercent: z.number(),
  /** Of what waits, after the offer; null where a cost is not known. */
  marginAfter: Money.nullable(),
  budgetLeftToday: Money,
  budgetLeftCampaign: Money,
  offersLately: z.int(),
  offersMost: z.int(),
  offersDays: z.int(),
  /** Days by which the order is likely late; null when it has no date. */
  daysLate: z.int().nullable(),
  slips: z.int(),
  validUntil: LocalDate,
});
export type OfferPreview = z.infer<typeof OfferPreview>;

export type Judged =
  | Extract<GrantVerdict, { kind: 'refused' }>
  | (Exclude<GrantVerdict, { kind: 'refused' }> & { readonly preview: OfferPreview });

/** Judges an offer as the caller, with what there is to know of it. */
export async function judgeWithPreview(
  order: OrderRecord,
  { offer: kind, worth }: { readonly offer: z.infer<typeof OfferKindName>; readonly worth: OfferWorth },
  context: ToolContext,
): Promise<Judged> {
  const { policy, rules, now, sql } = context;
  const { incentives } = rules;
  const authority = authorityOf(context);
  const situation = await offerSituation(order, context);
  const faceCents = faceCentsOf(kind, worth, situation, incentives) ?? 0;
  const verdict = judgeOffer({ kind, faceCents }, situation, incentives, authority);
  if (verdict.kind === 'refused') return verdict;
  const customer = await findCustomer(sql, order.customerId);
  const amount = (cents: number) => money(cents, order.currency);
  const { offer } = verdict;
  const { maxPercent, maxCents } = incentives[authority];
  return {
    ...verdict,
    preview: {
      orderNumber: order.number,
      customerName: customer?.name ?? '',
      tier: situation.tier,
      offer: offer.kind,
      offerPercent: offer.percent,
      offerPoints: offer.points,
      offerAmount: amount(offer.faceCents),
      cost: amount(offer.costCents),
      waiting: amount(situation.waitingCents),
      limit: amount(Math.min(maxCents, Math.floor((situation.waitingCents * maxPercent) / 100 + 1e-6))),
      limitPercent: maxPercent,
      marginAfter: situation.marginCents === null ? null : amount(situation.marginCents - offer.costCents),
      budgetLeftToday: amount(situation.budgetLeftCents.day),
      budgetLeftCampaign: amount(situation.budgetLeftCents.campaign),
      offersLately: situation.offersLately,
      offersMost: incentives.frequency.most,
      offersDays: incentives.frequency.days,
      daysLate: situation.daysLate,
      slips: situation.slips,
      validUntil: addDays(dateIn(policy.zone, now), incentives.validDays),
    },
  };
}
