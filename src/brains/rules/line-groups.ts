import { getLineEta } from '../../tools/get-line-eta.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import type { LineFacts } from '../../tools/order-facts.js';
import { resultsOf, type Scene } from './flow.js';

/** Whether a line, or part of it, waits for stock. */
export const waits = ({ lineState }: LineFacts): boolean => lineState === 'backordered' || lineState === 'part_shipped';

export const canStillCancel = ({ lineState }: LineFacts): boolean =>
  ['placed', 'allocated', 'backordered'].includes(lineState);

/** The lines a flow is about: those it named, or all of the order. */
export function linesMeant(scene: Scene): LineFacts[] {
  const lines = resultsOf(scene, getOrderStatus, 'found').at(-1)?.lines ?? [];
  const chosen = scene.slots.lineIds ?? [];
  return chosen.length === 0 ? lines : lines.filter(({ orderLineId }) => chosen.includes(orderLineId));
}

/** The dates found this turn, and the lines that have none. */
export function etas(scene: Scene) {
  const ids = new Set(linesMeant(scene).map(({ orderLineId }) => orderLineId));
  const ofThese = ({ orderLineId }: { orderLineId: LineFacts['orderLineId'] }) => ids.has(orderLineId);
  return {
    waiting: resultsOf(scene, getLineEta, 'estimated').filter(ofThese),
    undated: resultsOf(scene, getLineEta, 'unknown').filter(ofThese),
  };
}
