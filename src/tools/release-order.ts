import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { lockOrder, setHold } from '../store/orders.js';
import { hasOpenRequest, nextKey, requestOfShop } from '../store/shop-requests.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** Lets an order that was held back go on its way. */
export const releaseOrder = defineTool({
  name: 'release_order',
  effect: 'record',
  audience: STAFF,
  description: 'Release one order that is held back, so that it ships as it can.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('released'), orderNumber: OrderNumber }),
    /** The shop's system was asked; the order is held until it confirms. */
    z.object({ kind: z.literal('requested'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_held'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('under_way'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind === 'rep' || principal.kind === 'manager',
  async run({ orderNumber }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    if (await hasOpenRequest(tx, orderNumber, ['hold', 'release'])) return { kind: 'under_way' as const, orderNumber };
    if (order.heldBecause === null) return { kind: 'not_held' as const, orderNumber };
    if (!context.shop.connected) {
      await setHold(tx, orderNumber, null);
      return { kind: 'released' as const, orderNumber };
    }
    await requestOfShop(tx, {
      kind: 'release',
      orderNumber,
      about: {},
      key: await nextKey(tx, 'release', orderNumber),
      at: context.now,
      conversationId: null,
    });
    return { kind: 'requested' as const, orderNumber };
  },
});
