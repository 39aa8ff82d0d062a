import { getDelayStatus } from '../../tools/get-delay-status.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import { call, type Flow, resultsOf, type Scene, say, tell } from './flow.js';
import { isOpen, lapsedIn, linesMeant } from './line-groups.js';

/** Reads the order with its lines: what is told of lapsed ones rests on it. */
export const lookUpOrder = call(getOrderStatus, itsNumber);

/** Looks up how the order stands under the delay rule. */
export const lookUpStanding = call(getDelayStatus, itsNumber);

function itsNumber({ slots: { orderNumber } }: Scene) {
  return orderNumber ? [{ orderNumber }] : [];
}

/** How the policy has this customer spoken to of a delay of this order: said once, with the apology. */
export const toneOf = (scene: Scene) => resultsOf(scene, getDelayStatus, 'found').at(-1)?.tone ?? 'plain';

/** What a message says of lines that the delay rule has ended. */
export function lapsedFacts(scene: Scene) {
  const status = resultsOf(scene, getDelayStatus, 'found').at(-1);
  return {
    cancelled: lapsedIn(scene),
    refundMethod: status?.refundMethod ?? '',
    refundAmount: status?.refundAmount ?? null,
  };
}

/** Looks it up, and says so where nothing of what is meant waits any more because the delay rule has ended it. */
export const tellLapsed: Flow['steps'] = [
  lookUpStanding,
  say((scene) => {
    const facts = lapsedFacts(scene);
    const stillWaits = linesMeant(scene).filter(isOpen).length > facts.cancelled.length;
    return facts.cancelled.length > 0 && !stillWaits ? [tell('cancelled-by-rule', facts, ['Talk to a person'])] : [];
  }),
];
