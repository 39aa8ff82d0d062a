import { z } from 'zod';
import { dateIn, Instant, LocalDate } from '../domain/kernel/dates.js';
import { ConversationId, CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { orderState } from '../domain/orders/line-state.js';
import { OrderEscalation } from '../store/order-escalations.js';
import { caseConditions } from './case-conditions.js';
import { CaseLine } from './case-lines.js';
import { defineTool } from './define-tool.js';
import { OfferKindName } from './offer-facts.js';
import { placedOn } from './order-facts.js';
import { STAFF } from './principal.js';
import { Reach, reachOf } from './reach.js';
import { type OrderCase, readCase } from './read-case.js';
import { replaceableLines } from './reply-facts.js';
import { fittingKinds, replyStep, StepFacts } from './reply-step.js';
import { ShopRequestFacts } from './shop-request-facts.js';

const Customer = z.object({
  customerId: CustomerId,
  name: z.string(),
  tier: z.enum(['standard', 'plus', 'vip']),
  isBusiness: z.boolean(),
  since: LocalDate,
  lifetimeValue: Money,
  /** All that waits of theirs: how many orders, and its price. */
  waitingOrders: z.int(),
  waitingValue: Money,
  contactPoints: z.array(z.object({ kind: z.enum(['email', 'phone']), allowsService: z.boolean().nullable() })),
});

const OfferGiven = z.object({
  offerId: z.string(),
  orderNumber: OrderNumber,
  offer: OfferKindName,
  offerPercent: z.int().nullable(),
  offerPoints: z.int().nullable(),
  offerAmount: Money,
  offerState: z.enum(['requested', 'granted', 'void']),
  grantedBy: z.string(),
  grantedAt: Instant,
  validUntil: LocalDate,
});

/** A date, amount or code they were told in a chat. */
const Told = z.object({
  toldOn: LocalDate,
  kind: z.enum(['date', 'amount', 'code']),
  orderLineId: z.string().nullable(),
  fact: z.string(),
  text: z.string(),
  value: z.unknown(),
});

const HandOffFacts = z.object({
  conversationId: ConversationId,
  reason: z.string(),
  urgency: z.string(),
  summary: z.string(),
  askedAt: Instant,
  rules: z.array(z.string()),
  owner: z.string().nullable(),
  priority: z.string().nullable(),
  dueAt: Instant.nullable(),
});

/** The next legal or own day on which something of the order is due. */
const NextDuty = z.object({
  orderLineId: z.string(),
  kind: z.string(),
  legalBy: LocalDate.nullable(),
  targetBy: LocalDate.nullable(),
  rule: z.object({ row: z.string(), cite: z.string() }),
});

/**
 * Everything the team needs on one order at one look: lines with dates, place and promises, the delay rule, the customer,
 * offers, open requests, and the step of an SOP that applies with its reasons.
 */
export const getOrderCase = defineTool({
  name: 'get_order_case',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Read the whole case of one order for a representative. Not for customers: it holds internal figures.',
  input: z.object({
    orderNumber: OrderNumber,
    /** Words of the customer that came by another way; their tone counts. */
    customerWords: z.string().max(5_000).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      orderNumber: OrderNumber,
      todayOn: LocalDate,
      placedOn: LocalDate,
      paid: Money,
      state: z.enum(['open', 'part_shipped', 'shipped', 'delivered', 'cancelled']),
      shippingService: z.string(),
      neededByOn: LocalDate.nullable(),
      customer: Customer,
      lines: z.array(CaseLine),
      refund: z.object({ method: z.string(), amount: Money.nullable(), needsReview: z.boolean() }),
      /** The most urgent first. */
      duties: z.array(NextDuty),
      promises: z.array(Told),
      offers: z.array(OfferGiven),
      handOff: HandOffFacts.nullable(),
      escalations: z.array(OrderEscalation),
      reach: z.array(Reach),
      /** Newest first. */
      shopRequests: z.array(ShopRequestFacts),
      /** What the rules looked at. */
      conditions: z.record(z.string(), z.unknown()),
      step: StepFacts,
      /** What `draft_reply` can be asked for now. */
      replyKinds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ orderNumber }) => ({ orderNumber }),
  authorize: () => true,
  async run({ orderNumber, customerWords = '' }, context) {
    const found = await readCase(orderNumber, context);
    if (!found) return { kind: 'not_found' as const };
    const { order, lines, todayOn } = found;
    const canReplace = (await replaceableLines(found, context)).length > 0;
    const conditions = caseConditions(found, canReplace, customerWords, context);
    const picked = replyStep(conditions, context.rules);
    if (picked.kind !== 'picked')
      throw new Error('The last step of knowledge/policy/replies.yaml applies to every case');
    return {
      kind: 'found' as const,
      orderNumber,
      todayOn,
      placedOn: placedOn(order, order.shipToZone),
      paid: money(order.paidCents, order.currency),
      state: orderState(lines.map(({ lineState }) => lineState)),
      shippingService: order.shippingService,
      neededByOn: order.neededBy,
      customer: customerFacts(found),
      lines: [...lines],
      refund: found.refund,
      duties: dutiesOf(found),
      promises: found.promises.map(({ toldAt, ...told }) => ({ ...told, toldOn: dateIn(context.policy.zone, toldAt) })),
      offers: [...found.offers],
      handOff: handOffFacts(found),
      escalations: [...found.escalations],
      reach: reachOf(found),
      shopRequests: [...found.shopRequests],
      conditions: { ...conditions },
      step: picked.about,
      replyKinds: fittingKinds(conditions, context.rules.replies),
    };
  },
});

function customerFacts({ profile, waiting, order }: OrderCase): z.infer<typeof Customer> {
  const { id, name, tier, isBusiness, since, lifetimeValueCents, contactPoints } = profile;
  return {
    ...{ customerId: id, name, tier, isBusiness, since, contactPoints },
    lifetimeValue: money(lifetimeValueCents, order.currency),
    waitingOrders: new Set(waiting.map(({ orderNumber }) => orderNumber)).size,
    waitingValue: money(
      waiting.reduce((sum, { valueCents }) => sum + valueCents, 0),
      order.currency,
    ),
  };
}

function handOffFacts({ handOff }: OrderCase): z.infer<typeof HandOffFacts> | null {
  if (!handOff) return null;
  const { conversationId, reason, urgency, summary, askedAt, rules = [], owner, priority, dueAt } = handOff;
  return {
    ...{ conversationId, reason, urgency, askedAt, rules },
    summary: summary.text,
    owner: owner ?? null,
    priority: priority ?? null,
    dueAt: dueAt ?? null,
  };
}

/** What is owed for any line, by day; what is due at once first. */
const dutiesOf = ({ lines }: OrderCase): z.infer<typeof NextDuty>[] =>
  lines
    .flatMap(({ orderLineId, delay }) => (delay?.owed ?? []).map((duty) => ({ ...duty, orderLineId })))
    .sort((a, b) => (a.legalBy ?? '').localeCompare(b.legalBy ?? ''));
