import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { refundSendBy } from '../domain/orders/refund-amount.js';
import { swapRefund } from '../domain/substitutes/swap-refund.js';
import { linesOf, lockOrder, type OrderLineRecord, type OrderRecord } from '../store/orders.js';
import { nextKey, requestOfShop } from '../store/shop-requests.js';
import { lockStock, recordSwap } from '../store/substitutes.js';
import { carryOutSwap } from './carry-out-swap.js';
import { defineProposal, type ToolContext } from './define-tool.js';
import { canSwap } from './find-substitutes.js';
import { type LineSubstitute, substitutesFor } from './line-substitutes.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';
import { lineTotal } from './order-facts.js';
import { askedIn, whereAgreed } from './principal.js';
import { shopCalendar } from './shop-calendar.js';
import { inTransaction } from './transaction.js';

const SwapRecap = z.object({
  orderNumber: OrderNumber,
  orderLineId: OrderLineId,
  lineName: z.string(),
  quantity: z.int(),
  orderedSku: Sku,
  substituteSku: Sku,
  substituteName: z.string(),
  differences: z.array(z.object({ name: z.string(), ordered: z.string(), substitute: z.string() })),
  /** For the whole line, substitute less ordered: never above zero. */
  priceDifference: Money,
  priceGap: Money,
  isCheaper: z.boolean(),
  /** What is owed back: the difference, less where the order was bought at a discount. */
  refundAmount: Money,
  refundMethod: z.string(),
  refundBy: LocalDate,
});

/**
 * Sends a waiting line as another product, after recap and yes: the prior express agreement that 16 CFR 435.2 asks for
 * before anything else is sent than was ordered. Only at the same price or a lower one, with the difference owed back;
 * a dearer one would need a payment, which nobody can take here, so it goes to a person. With a shop system connected the
 * line stays as it was, and the substitute's units are kept for it, until the shop's receipt. SOP: substitutes.
 */
export const swapLine = defineProposal({
  name: 'swap_line',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose sending one waiting order line as another product that find_substitutes returned. Nothing changes until the customer confirms the recap. A dearer product needs a person.',
  input: z.object({ orderLineId: OrderLineId, sku: Sku }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('proposed'), recap: SwapRecap }),
    z.object({
      kind: z.literal('dearer'),
      lineName: z.string(),
      substituteName: z.string(),
      priceDifference: Money,
      priceGap: Money,
    }),
    /** Sold out meanwhile, or never one of the substitutes. */
    z.object({ kind: z.literal('not_available'), lineName: z.string() }),
    z.object({ kind: z.literal('not_waiting'), lineName: z.string() }),
    /** The shop's system was asked to swap it and has not answered yet. */
    z.object({ kind: z.literal('being_swapped'), lineName: z.string(), substituteName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  recap: SwapRecap,
  /** `requested`: the shop's system was asked; nothing is swapped before its receipt. */
  done: SwapRecap.extend({ kind: z.enum(['swapped', 'requested']) }),
  authorize: ownsLineOrIsStaff,
  async propose({ orderLineId, sku }, context) {
    const found = await find(orderLineId, sku, context);
    if (!found) return { kind: 'not_found' as const };
    const { order, line, lines, substitute } = found;
    if (line.swapAskedFor !== null)
      return { kind: 'being_swapped' as const, lineName: line.title, substituteName: line.swapAskedFor };
    if (!canSwap(line)) return { kind: 'not_waiting' as const, lineName: line.title };
    if (!substitute) return { kind: 'not_available' as const, lineName: line.title };
    const { candidate, priceDifferenceCents, differences } = substitute;
    const about = {
      lineName: line.title,
      substituteName: candidate.title,
      priceDifference: money(priceDifferenceCents * line.quantity, order.currency),
      priceGap: money(Math.abs(priceDifferenceCents) * line.quantity, order.currency),
    };
    if (priceDifferenceCents > 0) return { kind: 'dearer' as const, ...about };
    return {
      kind: 'proposed' as const,
      recap: {
        orderNumber: order.number,
        orderLineId,
        ...about,
        isCheaper: priceDifferenceCents < 0,
        quantity: line.quantity,
        orderedSku: line.sku,
        substituteSku: candidate.sku,
        differences: [...differences],
        refundAmount: refundOf(order, lines, line, candidate.priceCents),
        refundMethod: order.paymentMethod,
        refundBy: refundSendBy(dateIn(order.shipToZone, context.now), shopCalendar(context.policy)),
      },
    };
  },
  async commit({ orderLineId, sku }, recap, context) {
    const { principal, now, shop } = context;
    const tx = inTransaction(context);
    const found = await find(orderLineId, sku, context);
    if (!found?.substitute) throw new Error(`Line ${orderLineId} or its substitute vanished between recap and commit`);
    const { line, substitute } = found;
    const requestId = shop.connected
      ? await requestOfShop(tx, {
          kind: 'swap_line',
          orderNumber: recap.orderNumber,
          about: {
            orderLineId,
            fromSku: recap.orderedSku,
            toSku: recap.substituteSku,
            quantity: recap.quantity,
            priceDifference: recap.priceDifference,
          },
          key: await nextKey(tx, 'swap_line', recap.orderNumber),
          at: now,
          conversationId: askedIn(principal),
        })
      : null;
    const swap = await recordSwap(tx, {
      line,
      to: substitute.candidate,
      refund: recap.refundAmount,
      refundMethod: recap.refundMethod,
      refundSendBy: recap.refundBy,
      at: now,
      agreedIn: whereAgreed(principal),
      requestId,
    });
    if (requestId !== null) return { kind: 'requested' as const, ...recap };
    await carryOutSwap(swap, { actor: principal.kind, conversationId: null }, context);
    return { kind: 'swapped' as const, ...recap };
  },
});

interface Found {
  readonly order: OrderRecord;
  readonly line: OrderLineRecord;
  readonly lines: readonly OrderLineRecord[];
  readonly substitute: LineSubstitute | undefined;
}

/** More than there can be of one line, so that the one meant is among them. */
const ALL = 400;

async function find(id: OrderLineId, sku: Sku, context: ToolContext): Promise<Found | null> {
  const tx = inTransaction(context);
  const order = await lockOrder(tx, orderOf(id));
  if (!order) return null;
  const lines = await linesOf(tx, [order.number]);
  const line = lines.find((one) => one.id === id);
  if (!line) return null;
  await lockStock(tx, sku);
  const substitutes = canSwap(line) ? await substitutesFor(line, context, { most: ALL }) : [];
  return { order, line, lines, substitute: substitutes.find(({ candidate }) => candidate.sku === sku) };
}

const refundOf = (
  order: OrderRecord,
  lines: readonly OrderLineRecord[],
  line: OrderLineRecord,
  priceCents: number,
): Money =>
  swapRefund({
    paid: money(order.paidCents, order.currency),
    postage: money(order.postageCents, order.currency),
    lineTotals: lines.map((one) => lineTotal(one, order)),
    index: lines.indexOf(line),
    newTotal: money(priceCents * line.quantity, order.currency),
  });
