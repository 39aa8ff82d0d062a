import { getOrderStatus } from '../../../tools/get-order-status.js';
import { type Need, tell } from '../flow.js';
import { hasLeft, isOpen } from '../line-groups.js';
import { pickLines } from '../pick-lines.js';
import { withoutAddress } from './address.js';

/** Something of what is meant has not left yet: where all of it has, nobody is asked where it should go. */
export const stillToLeave: Need = {
  name: 'still_to_leave',
  async fill({ tools, slots, reading }) {
    const { orderNumber } = slots;
    if (!orderNumber) throw new Error('The order must be known before what is left of it');
    const status = await tools.call(getOrderStatus, { orderNumber });
    const lines = status.kind === 'found' ? status.lines : [];
    const hasMore = lines.some(isOpen);
    if (!hasMore && lines.some(hasLeft))
      return { kind: 'stop', says: [tell('address-too-late', {}, ['Where is my order?', 'Talk to a person'])] };
    const { named } = pickLines(withoutAddress(reading.text), lines);
    const [{ carrier = null, tracking = null } = {}] = named;
    if (named.length === 0 || !named.every(hasLeft)) return { kind: 'filled', slots };
    const facts = { lineNames: named.map(({ lineName }) => lineName), carrier, tracking, hasMore };
    return { kind: 'stop', says: [tell('address-item-left', facts, ['Talk to a person'])] };
  },
};
