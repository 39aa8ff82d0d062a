import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { OfferFacts, OfferKindName, offerFacts } from './offer-facts.js';
import { evaluate, offerSituation } from './offer-situation.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';

const Limits = z.array(z.object({ rule: z.string(), cents: z.int() }));

/** What only staff see: every offer allowed with its cost, what bounds it, and the facts it rests on. */
const ForStaff = z.object({
  offers: z.array(z.object({ kind: OfferKindName, faceCents: z.int(), costCents: z.int() })),
  limits: Limits,
  situation: z.object({
    daysLate: z.int().nullable(),
    slips: z.int(),
    waitingCents: z.int(),
    marginCents: z.int().nullable(),
    budgetLeftCents: z.object({ day: z.int(), campaign: z.int() }),
  }),
});

/**
 * Answers "what may be given for the wait?": the first offer by policy for one order, and for staff all of them, with
 * cost, limits and why not more. Nothing is given by it. An offer never replaces a refund that is owed.
 */
export const getOffer = defineTool({
  name: 'get_offer',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Read what the shop may offer for the delay of one order. Never promise more than offerAmount and never instead of a refund. It is given only through grant_offer.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('offered'), ...OfferFacts.shape, staff: ForStaff.optional() }),
    z.object({
      kind: z.literal('none'),
      orderNumber: OrderNumber,
      /** The shop's own reasons (margin, budget) read `not_now` to a shopper. */
      because: z.string(),
      staff: ForStaff.optional(),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber }, context) {
    const order = await findOrder(context.sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const situation = await offerSituation(order, context);
    const verdict = evaluate(situation, context);
    const isStaff = context.principal.kind !== 'shopper';
    const offers = verdict.kind === 'allowed' ? verdict.offers : [];
    const staff = isStaff ? { staff: { offers: [...offers], limits: [...verdict.limits], situation } } : {};
    if (verdict.kind === 'none')
      return {
        kind: 'none' as const,
        orderNumber,
        because: isStaff ? verdict.because : toldWhy(verdict.because),
        ...staff,
      };
    return { kind: 'offered' as const, ...offerFacts(verdict.offers[0], verdict.limits, order, context), ...staff };
  },
});

const TOLD: ReadonlySet<string> = new Set(['nothing_waits', 'not_late', 'already_has_offer', 'too_many_lately']);

/** What a shopper may hear of why there is nothing. */
export const toldWhy = (because: string): string => (TOLD.has(because) ? because : 'not_now');
