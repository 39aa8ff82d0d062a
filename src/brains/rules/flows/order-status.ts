import { getLineEta } from '../../../tools/get-line-eta.js';
import { getOrderStatus } from '../../../tools/get-order-status.js';
import type { LineFacts } from '../../../tools/order-facts.js';
import { call, defineFlow, resultsOf, say } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { etas, linesMeant, noticedIn, waitingLines } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { order } from '../needs/order.js';
import { lapsedFacts, lookUpStanding } from '../tell-lapsed.js';

/** "wheres my oder": every item of the order, with tracking or with its likely and cautious date. */
export default defineFlow({
  name: 'order_status',
  intents: ['order_status'],
  needs: [identity, order],
  steps: [
    call(getOrderStatus, ({ slots }) => (slots.orderNumber ? [{ orderNumber: slots.orderNumber }] : [])),
    lookUpStanding,
    call(getLineEta, waitingLines),
    say((scene) => {
      const { cancelled: lapsed, ...refund } = lapsedFacts(scene);
      const lines = linesMeant(scene).filter(
        ({ orderLineId }) => !lapsed.some((one) => one.orderLineId === orderLineId),
      );
      const inState = (...states: LineFacts['lineState'][]) =>
        lines.filter(({ lineState }) => states.includes(lineState));
      const orderNumber = scene.slots.orderNumber ?? '';
      const { waiting, undated } = etas(scene);
      const facts = {
        orderNumber,
        delivered: inState('delivered'),
        shipped: inState('shipped'),
        partShipped: inState('part_shipped'),
        placed: inState('placed'),
        leaving: lines.filter(({ leavingQuantity }) => leavingQuantity > 0),
        ready: inState('allocated').filter(({ leavingQuantity, quantity }) => leavingQuantity < quantity),
        waiting,
        undated,
        lapsed,
        ...refund,
        noticed: noticedIn(scene).filter(({ awaitsAnswer }) => awaitsAnswer),
        swapping: lines.filter(({ swapAskedFor }) => swapAskedFor !== null),
        cancelling: inState('cancelling'),
        cancelled: inState('cancelled'),
        onHold: resultsOf(scene, getOrderStatus, 'found').at(-1)?.onHold ?? false,
      };
      const asksToWait = facts.noticed.length > 0 ? [INTENT_TITLES.keep_waiting ?? ''] : ['Why is it late?'];
      const quickReplies =
        waiting.length + undated.length > 0 ? [...asksToWait, 'Cancel an item', 'Talk to a person'] : [];
      return [{ kind: 'template', template: 'order-status', facts, quickReplies, cardOf: orderNumber }];
    }),
  ],
});
