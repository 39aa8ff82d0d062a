import { z } from 'zod';
import { OrderLineId, Sku } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { findLine, findOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { substitutesFor } from './line-substitutes.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';

const Found = z.object({
  sku: Sku,
  substituteName: z.string(),
  /** Of one unit. */
  price: Money,
  /** For the whole line, substitute less ordered: negative when it is cheaper. */
  priceDifference: Money,
  /** The same without its sign. */
  priceGap: Money,
  isCheaper: z.boolean(),
  isDearer: z.boolean(),
  differences: z.array(z.object({ name: z.string(), ordered: z.string(), substitute: z.string() })),
});
export type FoundSubstitute = z.infer<typeof Found>;

/** Why it stands where it stands: for staff. */
const StaffFound = Found.extend({ score: z.number(), reason: z.string(), free: z.int() });

/**
 * Answers "anything similar?" for one waiting line: at most three products that do the same work and are on the shelf
 * in the whole quantity, best first, each with the differences that matter and the price difference.
 */
export const findSubstitutes = defineTool({
  name: 'find_substitutes',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Find at most three products in stock that could replace one waiting order line. Tell the differences and the price difference of each; never say that one is the same. Swapping goes through swap_line.',
  input: z.object({
    orderLineId: OrderLineId,
    /** The customer's own limit for one unit, in cents. */
    mostCents: z.int().min(0).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      orderLineId: OrderLineId,
      lineName: z.string(),
      quantity: z.int(),
      substitutes: z.array(z.union([StaffFound, Found])).min(1),
    }),
    z.object({ kind: z.literal('none'), orderLineId: OrderLineId, lineName: z.string() }),
    z.object({ kind: z.literal('not_waiting'), orderLineId: OrderLineId, lineName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsLineOrIsStaff,
  async run({ orderLineId, mostCents }, context) {
    const { sql, principal } = context;
    const [order, line] = await Promise.all([findOrder(sql, orderOf(orderLineId)), findLine(sql, orderLineId)]);
    if (!order || !line) return { kind: 'not_found' as const };
    const about = { orderLineId, lineName: line.title };
    if (!canSwap(line)) return { kind: 'not_waiting' as const, ...about };
    const chosen = await substitutesFor(line, context, { mostCents: mostCents ?? null });
    if (chosen.length === 0) return { kind: 'none' as const, ...about };
    const substitutes = chosen.map(({ candidate, differences, priceDifferenceCents, score, reason }) => ({
      sku: candidate.sku,
      substituteName: candidate.title,
      price: money(candidate.priceCents, order.currency),
      priceDifference: money(priceDifferenceCents * line.quantity, order.currency),
      priceGap: money(Math.abs(priceDifferenceCents) * line.quantity, order.currency),
      isCheaper: priceDifferenceCents < 0,
      isDearer: priceDifferenceCents > 0,
      differences: [...differences],
      ...(principal.kind !== 'shopper' && { score, reason, free: candidate.free }),
    }));
    return { kind: 'found' as const, ...about, quantity: line.quantity, substitutes };
  },
});

/** Only what waits as a whole can be sent as something else. */
export const canSwap = ({ state }: { state: string }): boolean => state === 'placed' || state === 'backordered';
