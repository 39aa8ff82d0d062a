import { defineFlow, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { noticedIn } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { asksOfSilence } from '../situation-signs.js';
import { lapsedFacts, tellLapsed } from '../tell-lapsed.js';

/** "What if I don't answer your notice?": what silence means by the delay rule, until when, and the way out. */
export default defineFlow({
  name: 'notice_answer',
  intents: [],
  hears: asksOfSilence,
  needs: [identity, order, namedLines],
  steps: [
    ...tellLapsed,
    say((scene) => {
      const lines = noticedIn(scene);
      if (lines.length === 0) return [tell('no-notice', { orderNumber: scene.slots.orderNumber }, NEXT)];
      const { refundMethod } = lapsedFacts(scene);
      return [tell('notice-answer', { lines, refundMethod }, [INTENT_TITLES.keep_waiting ?? '', 'Cancel an item'])];
    }),
  ],
});

const NEXT = ['When will it ship?', 'Cancel an item'];
