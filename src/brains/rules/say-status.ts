import { getOrderStatus } from '../../tools/get-order-status.js';
import type { LineFacts } from '../../tools/order-facts.js';
import type { Say } from '../brain.js';
import { resultsOf, type Scene } from './flow.js';
import { INTENT_TITLES } from './intent-titles.js';
import { etas, linesMeant, noticedIn } from './line-groups.js';
import { lapsedFacts } from './tell-lapsed.js';

/** How the items meant stand, each with tracking or with its dates, as they were looked up. */
export function sayStatus(scene: Scene): readonly Say[] {
  const { cancelled: lapsed, ...refund } = lapsedFacts(scene);
  const lines = linesMeant(scene).filter(({ orderLineId }) => !lapsed.some((one) => one.orderLineId === orderLineId));
  const inState = (...states: LineFacts['lineState'][]) => lines.filter(({ lineState }) => states.includes(lineState));
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
  const quickReplies = waiting.length + undated.length > 0 ? [...asksToWait, 'Cancel an item', 'Talk to a person'] : [];
  return [{ kind: 'template', template: 'order-status', facts, quickReplies, cardOf: orderNumber }];
}

/** Where the items named are, for one who asked of them what is told only of items that wait; null when none was named. */
export const statusOfNamed = (scene: Scene): readonly Say[] | null =>
  (scene.slots.lineIds ?? []).length > 0 && linesMeant(scene).length > 0 ? sayStatus(scene) : null;
