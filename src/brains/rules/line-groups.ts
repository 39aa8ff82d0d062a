import { getDelayStatus } from '../../tools/get-delay-status.js';
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

/** The lines a flow is about that wait, as tools want them named. */
export const waitingLines = (scene: Scene): { orderLineId: LineFacts['orderLineId'] }[] =>
  linesMeant(scene)
    .filter(waits)
    .filter(({ orderLineId }) => !lapsedIn(scene).some((one) => one.orderLineId === orderLineId))
    .map(({ orderLineId }) => ({ orderLineId }));

/** What the books hold open and the delay rule has ended, of the lines meant: it is never told as waiting. */
export function lapsedIn(scene: Scene) {
  return underTheRule(scene).filter(({ cancelledByRule }) => cancelledByRule);
}

/** What a delay notice went out about, of the lines meant that are open: those that wait for an answer, else those that had one. */
export function noticedIn(scene: Scene) {
  const noticed = underTheRule(scene).filter(({ revisedShipBy, noDateKnown }) => revisedShipBy !== null || noDateKnown);
  const awaiting = noticed.filter(({ awaitsAnswer }) => awaitsAnswer);
  return awaiting.length > 0 ? awaiting : noticed;
}

/** How the lines meant that the books hold open stand under the delay rule, as it was looked up. */
export function underTheRule(scene: Scene) {
  const open = new Set(
    linesMeant(scene)
      .filter(isOpen)
      .map(({ orderLineId }) => orderLineId),
  );
  const lines = resultsOf(scene, getDelayStatus, 'found').at(-1)?.lines ?? [];
  return lines.filter(({ orderLineId }) => open.has(orderLineId));
}

/** Whether all of a line is on its way or there. */
export const hasLeft = ({ lineState }: LineFacts): boolean => lineState === 'shipped' || lineState === 'delivered';

/** Whether a line has not wholly left, and nobody cancelled it. */
export const isOpen = ({ lineState }: LineFacts): boolean =>
  ['placed', 'allocated', 'backordered', 'part_shipped'].includes(lineState);

/** The dates found this turn and the lines that have none, each as it was looked up last, with its quantity. */
export function etas(scene: Scene) {
  const quantities = new Map(linesMeant(scene).map(({ orderLineId, quantity }) => [orderLineId, quantity]));
  const ofThese = <Eta extends { orderLineId: LineFacts['orderLineId'] }>(found: readonly Eta[]) =>
    latest(found).flatMap((eta) => {
      const quantity = quantities.get(eta.orderLineId);
      return quantity === undefined ? [] : [{ ...eta, quantity }];
    });
  return {
    waiting: ofThese(resultsOf(scene, getLineEta, 'estimated')),
    undated: ofThese(resultsOf(scene, getLineEta, 'unknown')),
  };
}

/** Two wishes of one message may look the same line up, the second for a day by which it is needed. */
const latest = <Eta extends { orderLineId: LineFacts['orderLineId'] }>(found: readonly Eta[]): readonly Eta[] => [
  ...new Map(found.map((eta) => [eta.orderLineId, eta])).values(),
];
