import { changeAddress } from '../../../tools/change-address.js';
import { call, defineFlow, RECAP, tell } from '../flow.js';
import { address } from '../needs/address.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';
import { stillToLeave } from '../needs/still-to-leave.js';

/** "send it to my new place": address, recap, then the gate. */
export default defineFlow({
  name: 'change_address',
  intents: ['change_address'],
  needs: [identity, order, stillToLeave, address],
  steps: [
    call(
      changeAddress,
      ({ slots: { orderNumber, shipTo } }) => (orderNumber && shipTo ? [{ orderNumber, shipTo }] : []),
      {
        proposed: () => [RECAP],
        already_shipped: () => [tell('address-too-late')],
        already_cancelled: ({ lineNames }: { lineNames: string[] }) => [tell('already-cancelled', { lineNames })],
        being_changed: ({ orderNumber }: { orderNumber: string }) => [tell('address-being-changed', { orderNumber })],
        not_found: () => [tell('order-not-found')],
      },
    ),
  ],
});
