import { swapLine } from '../../../tools/swap-line.js';
import { call, defineFlow, RECAP, tell } from '../flow.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';
import { substitute } from '../needs/substitute.js';
import { waitingLine } from '../needs/waiting-line.js';

/** "anything similar?": up to three that are on the shelf, a choice, the recap, then the gate. */
export default defineFlow({
  name: 'substitute',
  intents: ['substitute'],
  needs: [identity, order, waitingLine, substitute],
  steps: [
    call(
      swapLine,
      ({ slots: { lineIds, substitute: sku } }) =>
        sku ? (lineIds ?? []).slice(0, 1).map((orderLineId) => ({ orderLineId, sku })) : [],
      {
        proposed: () => [RECAP],
        dearer: (dearer) => [tell('substitute-dearer', dearer, ['Talk to a person'])],
        not_available: ({ lineName }) => [
          tell('no-substitute', { lineName }, ['When will it ship?', 'Talk to a person']),
        ],
        not_waiting: ({ lineName }) => [tell('no-substitute', { lineName }, ['Where is my order?'])],
        being_swapped: (swap) => [tell('being-swapped', swap, ['Talk to a person'])],
        not_found: () => [tell('order-not-found')],
      },
    ),
  ],
});
