import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';
import { CANNOT_SPLIT, SplitFacts, splitQuote } from './split-quote.js';

/**
 * What would go now and what later if the order were split, what that costs, and whether each comes by the day it is
 * needed. SOP: part shipments.
 */
export const quoteSplit = defineTool({
  name: 'quote_split',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Quote sending now what is ready and the rest later: what goes when, the additional cost, and whether each part comes by the day the customer needs it (pass it when they named one). Changes nothing; split_shipment proposes it.',
  input: z.object({ orderNumber: OrderNumber, neededBy: LocalDate.optional() }),
  output: z.discriminatedUnion('kind', [
    SplitFacts.extend({ kind: z.literal('quoted') }),
    /** Ready as a whole, waiting as a whole, sent ahead already as far as it is ready, or gone. */
    z.object({ kind: z.enum(CANNOT_SPLIT), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber, neededBy }, context) {
    const order = await findOrder(context.sql, orderNumber);
    return order ? splitQuote(order, neededBy, context) : { kind: 'not_found' as const };
  },
});
