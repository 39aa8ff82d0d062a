import type { z } from 'zod';
import { isBefore } from '../../../domain/kernel/dates.js';
import { findWaysToMakeIt } from '../../../tools/find-ways-to-make-it.js';
import { getLineEta } from '../../../tools/get-line-eta.js';
import { getRefundStatus } from '../../../tools/get-refund-status.js';
import { call, defineFlow, resultsOf, type Scene, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { etas, linesMeant, waitingLines } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { neededBy } from '../needs/needed-by.js';
import { order } from '../needs/order.js';
import { sayStatus } from '../say-status.js';
import { asksForAPromise, asksOfThatDay } from '../situation-signs.js';
import { tellLapsed } from '../tell-lapsed.js';
import { sayWaiting } from '../tell-waiting.js';

type Way = Extract<z.infer<typeof findWaysToMakeIt.output>, { kind: 'found' }>['ways'][number];

const linesByDay = (scene: Scene) =>
  waitingLines(scene).map((line) => ({ ...line, ...(scene.slots.neededBy && { byDate: scene.slots.neededBy }) }));

/** Asked only of items that were cancelled: what is still to come of them is the money. */
function cancelledOrder(scene: Scene) {
  const { orderNumber, lineIds = [] } = scene.slots;
  const isCancelled = lineIds.length > 0 && linesMeant(scene).every(({ lineState }) => lineState === 'cancelled');
  return orderNumber && isCancelled ? [{ orderNumber }] : [];
}

/** Asked only where something of what waits may come too late for a day that is known. */
function ordersAtRisk(scene: Scene) {
  const { waiting, undated } = etas(scene);
  const { neededBy: day, orderNumber } = scene.slots;
  const late = waiting.some(
    ({ neededByOn, arrivesCautiousOn }) => neededByOn && isBefore(neededByOn, arrivesCautiousOn),
  );
  const open = undated.some(({ neededByOn }) => neededByOn);
  return orderNumber && (late || open) ? [{ orderNumber, ...(day && { neededBy: day }) }] : [];
}

const WISH_FOR = { split: 'split_shipment', upgrade: 'shipping_upgrade', substitute: 'substitute' } as const;

/** "when will it ship?", "I need it before friday": the dates of what waits; for a day, the chance and what makes it. */
export default defineFlow({
  name: 'eta',
  intents: ['eta'],
  hears: (heard) => asksForAPromise(heard) || asksOfThatDay(heard),
  needs: [neededBy, identity, order, namedLines],
  steps: [
    ...tellLapsed,
    call(getRefundStatus, cancelledOrder),
    say((scene) => {
      const [found] = resultsOf(scene, getRefundStatus, 'found');
      return found
        ? [...sayStatus(scene), tell('refund-status', { refunds: found.refunds }, ['Talk to a person'])]
        : [];
    }),
    call(getLineEta, linesByDay),
    call(findWaysToMakeIt, ordersAtRisk),
    say((scene) => {
      const { waiting, undated } = etas(scene);
      const day = [...waiting, ...undated].find(({ neededByOn }) => neededByOn)?.neededByOn;
      if (!day) return [];
      const [found] = resultsOf(scene, findWaysToMakeIt, 'found');
      const ways = (found?.ways ?? []).filter(isFor(scene.slots.lineIds ?? []));
      const titles = new Set(ways.flatMap(({ way }) => INTENT_TITLES[WISH_FOR[way]] ?? []));
      const facts = { neededByOn: day, waiting, undated, ways, sought: found !== undefined };
      return [tell('needed-by', facts, [...titles, 'Cancel an item'])];
    }),
    sayWaiting('line-eta', ['Why is it late?', 'Cancel an item']),
  ],
});

/** Of an item that was named its own ways; what brings others is of no use to it. */
const isFor =
  (named: readonly string[]) =>
  (way: Way): boolean =>
    named.length === 0 || way.way === 'upgrade' || (way.way === 'substitute' && named.includes(way.orderLineId));
