import { defineFlow } from '../flow.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { tellWaiting } from '../tell-waiting.js';

/** "when will it ship?": the dates of what waits, of one item or of all. */
export default defineFlow({
  name: 'eta',
  intents: ['eta'],
  needs: [identity, order, namedLines],
  steps: tellWaiting('line-eta', ['Why is it late?', 'Cancel an item']),
});
