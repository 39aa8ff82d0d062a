import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { linesOf, lockOrder } from '../store/orders.js';
import { recordSplit } from '../store/sending-choices.js';
import { nextKey, requestOfShop } from '../store/shop-requests.js';
import { defineProposal } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { askedIn, staffAsking, whereAgreed } from './principal.js';
import { receiptOfSplitting } from './receipts.js';
import { CANNOT_SPLIT, SplitFacts, splitQuote } from './split-quote.js';
import { inTransaction } from './transaction.js';

/**
 * Sends what is ready of an order ahead of the rest, after recap and yes. A cost is agreed to here and charged by the
 * shop to the order's own method when the parcel leaves: nobody can take a payment in a conversation.
 */
export const splitShipment = defineProposal({
  name: 'split_shipment',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose sending now what is ready of an order and the rest later. Nothing changes until the customer confirms the recap, which tells the cost and how it is charged.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('proposed'), recap: SplitFacts }),
    z.object({ kind: z.enum(CANNOT_SPLIT), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  recap: SplitFacts,
  /** `requested`: the shop's own system was asked; the split counts on its receipt. */
  done: SplitFacts.extend({ kind: z.enum(['split', 'requested']) }),
  authorize: ownsOrderOrIsStaff,
  async propose({ orderNumber }, context) {
    const order = await lockOrder(inTransaction(context), orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const quote = await splitQuote(order, undefined, context);
    if (quote.kind !== 'quoted') return quote;
    const { kind: _quoted, ...recap } = quote;
    return { kind: 'proposed' as const, recap };
  },
  async commit({ orderNumber }, recap, context) {
    const tx = inTransaction(context);
    const lines = await linesOf(tx, [orderNumber]);
    const going = recap.splitNow.map(({ orderLineId, quantity }) => {
      const line = lines.find(({ id }) => id === orderLineId);
      if (!line) throw new Error(`Line ${orderLineId} vanished between recap and commit`);
      return { line, quantity };
    });
    const requestId = context.shop.connected
      ? await requestOfShop(tx, {
          kind: 'split_shipment',
          orderNumber,
          about: {
            lines: going.map(({ line, quantity }) => ({ orderLineId: line.id, sku: line.sku, quantity })),
            charge: recap.splitCost,
            chargedTo: recap.chargedTo,
          },
          key: await nextKey(tx, 'split_shipment', orderNumber),
          at: context.now,
          conversationId: askedIn(context.principal),
          askedBy: staffAsking(context.principal),
        })
      : null;
    await recordSplit(tx, {
      orderNumber,
      cost: recap.splitCost,
      chargedTo: recap.chargedTo,
      at: context.now,
      agreedIn: whereAgreed(context.principal),
      requestId,
      lines: going.map(({ line, quantity: units }) => ({
        orderLineId: line.id,
        sku: line.sku,
        units,
        aheadUnits: line.shippedQuantity + line.leavingQuantity + units,
      })),
    });
    if (requestId === null)
      await receiptOfSplitting(orderNumber, { charge: recap.splitCost, chargedTo: recap.chargedTo }, context);
    return { kind: requestId === null ? ('split' as const) : ('requested' as const), ...recap };
  },
});
