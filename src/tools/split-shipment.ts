import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { linesOf, lockOrder } from '../store/orders.js';
import { recordSplit } from '../store/sending-choices.js';
import { defineProposal } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { whereAgreed } from './principal.js';
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
  done: SplitFacts.extend({ kind: z.literal('split') }),
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
    await recordSplit(tx, {
      orderNumber,
      cost: recap.splitCost,
      chargedTo: recap.chargedTo,
      at: context.now,
      agreedIn: whereAgreed(context.principal),
      lines: recap.splitNow.map(({ orderLineId, quantity: units }) => {
        const line = lines.find(({ id }) => id === orderLineId);
        if (!line) throw new Error(`Line ${orderLineId} vanished between recap and commit`);
        const aheadUnits = line.shippedQuantity + line.leavingQuantity + units;
        return { orderLineId, sku: line.sku, units, aheadUnits };
      }),
    });
    return { kind: 'split' as const, ...recap };
  },
});
