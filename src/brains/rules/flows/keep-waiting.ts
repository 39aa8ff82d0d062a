import { recordDelayChoice } from '../../../tools/record-delay-choice.js';
import { call, defineFlow, resultsOf, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { isOpen, linesMeant, underTheRule } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { isPlainConsent } from '../situation-signs.js';
import { lapsedFacts, lookUpStanding } from '../tell-lapsed.js';

/** "I'll wait": the consent to a delay notice that waits for an answer; without one, how the order stands. */
export default defineFlow({
  name: 'keep_waiting',
  intents: ['keep_waiting'],
  needs: [identity, order, namedLines],
  steps: [
    lookUpStanding,
    // a consent counts at once, so it must be plain
    say((scene) => {
      const awaited = underTheRule(scene).filter(({ awaitsAnswer }) => awaitsAnswer);
      if (awaited.length === 0 || isPlainConsent(scene.reading.text)) return [];
      return [tell('keep-or-cancel', { lines: awaited }, [INTENT_TITLES.keep_waiting ?? '', 'Cancel an item'])];
    }),
    call(recordDelayChoice, (scene) =>
      underTheRule(scene)
        .filter(({ awaitsAnswer }) => awaitsAnswer)
        .map(({ orderLineId }) => ({ orderLineId, choice: 'keep' as const })),
    ),
    say((scene) => {
      const kept = resultsOf(scene, recordDelayChoice, 'kept');
      if (kept.length > 0) return [tell('delay-choice-kept', { kept }, ['When will it ship?'])];
      const lapsed = lapsedFacts(scene);
      if (lapsed.cancelled.length > 0) return [tell('cancelled-by-rule', lapsed, ['Talk to a person'])];
      const waiting = linesMeant(scene).filter(isOpen);
      if (waiting.length > 0) return [tell('keep-waiting', { waiting }, ['When will it ship?'])];
      return [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
    }),
  ],
});
