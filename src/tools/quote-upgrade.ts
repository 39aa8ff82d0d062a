import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';
import { CANNOT_UPGRADE, UpgradeFacts, upgradeQuote } from './upgrade-quote.js';

/** Answers "how much is express, and what does it gain?" for what has not left of an order. */
export const quoteUpgrade = defineTool({
  name: 'quote_upgrade',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Quote express shipping for what has not left of an order: the cost, whether it is free, the new dates and the days gained. Express shortens the way, not the wait for stock. Changes nothing; upgrade_shipping proposes it.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    UpgradeFacts.extend({ kind: z.literal('quoted') }),
    z.object({ kind: z.enum(CANNOT_UPGRADE), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber }, context) {
    const order = await findOrder(context.sql, orderNumber);
    return order ? upgradeQuote(order, context) : { kind: 'not_found' as const };
  },
});
