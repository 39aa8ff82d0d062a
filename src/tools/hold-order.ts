import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { isGivenUp } from '../domain/orders/line-state.js';
import { linesOf, lockOrder, setHold } from '../store/orders.js';
import { hasOpenRequest, nextKey, requestOfShop } from '../store/shop-requests.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** Holds back what has not left of an order, for instance until an address is settled. Released with release_order. */
export const holdOrder = defineTool({
  name: 'hold_order',
  effect: 'record',
  audience: STAFF,
  description: 'Hold back what has not shipped of one order, with the reason. Nothing leaves until release_order.',
  input: z.object({ orderNumber: OrderNumber, reason: z.string().trim().min(3).max(200) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('held'), orderNumber: OrderNumber }),
    /** The shop's system was asked; the order is held once it confirms. */
    z.object({ kind: z.literal('requested'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('held_already'), orderNumber: OrderNumber, reason: z.string() }),
    z.object({ kind: z.literal('under_way'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('nothing_to_hold'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind === 'rep' || principal.kind === 'manager',
  async run({ orderNumber, reason }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    if (order.heldBecause !== null) return { kind: 'held_already' as const, orderNumber, reason: order.heldBecause };
    if (await hasOpenRequest(tx, orderNumber, ['hold', 'release'])) return { kind: 'under_way' as const, orderNumber };
    const lines = await linesOf(tx, [orderNumber]);
    if (lines.every(({ state }) => isGivenUp(state) || state === 'shipped' || state === 'delivered'))
      return { kind: 'nothing_to_hold' as const, orderNumber };
    if (!context.shop.connected) {
      await setHold(tx, orderNumber, { at: context.now, because: reason });
      return { kind: 'held' as const, orderNumber };
    }
    await requestOfShop(tx, {
      kind: 'hold',
      orderNumber,
      about: { reason },
      key: await nextKey(tx, 'hold', orderNumber),
      at: context.now,
      conversationId: null,
    });
    return { kind: 'requested' as const, orderNumber };
  },
});
