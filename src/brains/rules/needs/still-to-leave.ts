import { getOrderStatus } from '../../../tools/get-order-status.js';
import { type Need, tell } from '../flow.js';
import { isOpen } from '../line-groups.js';

/** Something of the order has not left yet: where all of it has, nobody is asked where it should go. */
export const stillToLeave: Need = {
  name: 'still_to_leave',
  async fill({ tools, slots }) {
    const { orderNumber } = slots;
    if (!orderNumber) throw new Error('The order must be known before what is left of it');
    const status = await tools.call(getOrderStatus, { orderNumber });
    const lines = status.kind === 'found' ? status.lines : [];
    const hasLeft = lines.length > 0 && !lines.some(isOpen) && lines.some(({ lineState }) => LEFT.has(lineState));
    return hasLeft
      ? { kind: 'stop', says: [tell('address-too-late', {}, ['Where is my order?', 'Talk to a person'])] }
      : { kind: 'filled', slots };
  },
};

const LEFT: ReadonlySet<string> = new Set(['shipped', 'delivered']);
