import { cancelLine } from '../../../tools/cancel-line.js';
import { cancelOrder } from '../../../tools/cancel-order.js';
import { call, defineFlow, RECAP, tell } from '../flow.js';
import { canStillCancel } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { line } from '../needs/line.js';
import { order } from '../needs/order.js';
import { tellLapsed } from '../tell-lapsed.js';

const outcomes = {
  // the confirmation gate takes the answer, not this flow
  proposed: () => [RECAP],
  already_shipped: ({
    lineNames,
    carrier,
    tracking,
  }: {
    lineNames: string[];
    carrier: string | null;
    tracking: string | null;
  }) => [tell('already-shipped', { lineNames, carrier, tracking }, ['Talk to a person'])],
  part_shipped: (part: { lineName: string; shippedQuantity: number; quantity: number }) => [
    tell('part-shipped', part, ['Talk to a person']),
  ],
  already_cancelled: ({ lineNames }: { lineNames: string[] }) => [tell('already-cancelled', { lineNames })],
  being_cancelled: ({ lineNames }: { lineNames: string[] }) => [tell('being-cancelled', { lineNames })],
  being_swapped: (swap: { lineName: string; substituteName: string }) => [
    tell('being-swapped', swap, ['Talk to a person']),
  ],
  not_found: () => [tell('order-not-found')],
};

/** "just cancel it": which item, recap of amount and method, then the gate. */
export default defineFlow({
  name: 'cancel',
  intents: ['cancel', 'refund_request'],
  needs: [identity, order, line(canStillCancel)],
  steps: [
    ...tellLapsed,
    call(
      cancelOrder,
      ({ slots }) => (slots.wholeOrder && slots.orderNumber ? [{ orderNumber: slots.orderNumber }] : []),
      outcomes,
    ),
    call(
      cancelLine,
      ({ slots: { lineIds: [orderLineId, ...more] = [] } }) =>
        orderLineId ? [{ orderLineId, ...(more.length > 0 && { alsoOrderLineIds: more }) }] : [],
      outcomes,
    ),
  ],
});
