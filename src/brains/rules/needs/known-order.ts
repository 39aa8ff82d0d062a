import { getOrderStatus } from '../../../tools/get-order-status.js';
import type { Filling, Need } from '../flow.js';
import { order } from './order.js';

/** The order of somebody who is known, where it is clear which; never asks. Its status is read. */
export const knownOrder: Need = {
  name: 'known-order',
  async fill(scene): Promise<Filling> {
    const none: Filling = { kind: 'filled', slots: scene.slots };
    if (!scene.turn.identified) return none;
    const found = await order.fill(scene);
    if (found.kind !== 'filled' || !found.slots.orderNumber) return none;
    await scene.tools.call(getOrderStatus, { orderNumber: found.slots.orderNumber });
    return found;
  },
};
