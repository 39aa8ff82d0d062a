import { getDelayStatus } from '../../../tools/get-delay-status.js';
import { recordDelayChoice } from '../../../tools/record-delay-choice.js';
import { call, defineFlow, resultsOf, type Scene, say, tell } from '../flow.js';
import { linesMeant } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';

/** "I'll wait": the consent to a delay notice that waits for an answer; without one, how the order stands. */
export default defineFlow({
  name: 'keep_waiting',
  intents: ['keep_waiting'],
  needs: [identity, order, namedLines],
  steps: [
    call(getDelayStatus, ({ slots }) => (slots.orderNumber ? [{ orderNumber: slots.orderNumber }] : [])),
    call(recordDelayChoice, (scene) =>
      underTheRule(scene)
        .filter(({ awaitsAnswer }) => awaitsAnswer)
        .map(({ orderLineId }) => ({ orderLineId, choice: 'keep' as const })),
    ),
    say((scene) => {
      const kept = resultsOf(scene, recordDelayChoice, 'kept');
      if (kept.length > 0) return [tell('delay-choice-kept', { kept }, ['When will it ship?'])];
      const cancelled = underTheRule(scene).filter(({ cancelledByRule }) => cancelledByRule);
      const refundMethod = status(scene)?.refundMethod ?? '';
      if (cancelled.length > 0) return [tell('cancelled-by-rule', { cancelled, refundMethod }, ['Talk to a person'])];
      const waiting = linesMeant(scene).filter(({ lineState }) => UNSHIPPED.has(lineState));
      if (waiting.length > 0) return [tell('keep-waiting', { waiting }, ['When will it ship?'])];
      return [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
    }),
  ],
});

const UNSHIPPED: ReadonlySet<string> = new Set(['placed', 'allocated', 'backordered', 'part_shipped']);

const status = (scene: Scene) => resultsOf(scene, getDelayStatus, 'found').at(-1);

/** What the delay rule says of the lines meant that the books still hold open. */
function underTheRule(scene: Scene) {
  const open = new Set(
    linesMeant(scene)
      .filter(({ lineState }) => UNSHIPPED.has(lineState))
      .map(({ orderLineId }) => orderLineId),
  );
  return status(scene)?.lines.filter(({ orderLineId }) => open.has(orderLineId)) ?? [];
}
