import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { stateOfNew } from '../store/offers.js';
import { defineProposal } from './define-tool.js';
import { toldWhy } from './get-offer.js';
import { grant, lockForGrant, OfferFacts, offerFacts } from './offer-facts.js';
import { evaluate, offerSituation } from './offer-situation.js';
import { ownsOrderOrIsStaff } from './order-access.js';

/**
 * Gives a shopper the first offer by policy, after they accept it. One an order, whatever is repeated. Points are booked
 * at once; a code or an upgrade is `requested` until the shop's own system confirms it, and is told so.
 */
export const grantOffer = defineProposal({
  name: 'grant_offer',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose the offer that get_offer returned. Nothing is given until the customer accepts. It comes on top of any refund that is owed.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('proposed'), recap: OfferFacts }),
    z.object({ kind: z.literal('none'), orderNumber: OrderNumber, because: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  recap: OfferFacts,
  done: OfferFacts.extend({ kind: z.literal('granted'), offerState: z.enum(['requested', 'granted']) }),
  authorize: ownsOrderOrIsStaff,
  async propose({ orderNumber }, context) {
    const order = await lockForGrant(orderNumber, context);
    if (!order) return { kind: 'not_found' as const };
    const verdict = evaluate(await offerSituation(order, context), context);
    if (verdict.kind === 'none') return { kind: 'none' as const, orderNumber, because: toldWhy(verdict.because) };
    return { kind: 'proposed' as const, recap: offerFacts(verdict.offers[0], verdict.limits, order, context) };
  },
  async commit({ orderNumber }, recap, context) {
    const order = await lockForGrant(orderNumber, context);
    if (!order) throw new Error(`Order ${orderNumber} vanished between recap and commit`);
    const situation = await offerSituation(order, context);
    const verdict = evaluate(situation, context);
    if (verdict.kind === 'none') throw new Error(`The offer on order ${orderNumber} vanished between recap and commit`);
    const [offer] = verdict.offers;
    await grant(order, offer, { situation, limits: verdict.limits }, context);
    return { kind: 'granted' as const, ...recap, offerState: stateOfNew(offer) };
  },
});
