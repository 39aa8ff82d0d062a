import { defineFlow, say, tell } from '../flow.js';
import { knownOrder } from '../needs/known-order.js';
import { lapsedFacts, lookUpStanding } from '../tell-lapsed.js';
import { wantsOtherWayBack } from '../wants-other-way-back.js';

/** "Can it go on my other card?": money goes back the way it was paid, and no other way. */
export default defineFlow({
  name: 'refund_way',
  intents: [],
  hears: wantsOtherWayBack,
  needs: [knownOrder],
  steps: [
    lookUpStanding,
    say((scene) => [tell('refund-way', { refundMethod: lapsedFacts(scene).refundMethod }, ['Talk to a person'])]),
  ],
});
