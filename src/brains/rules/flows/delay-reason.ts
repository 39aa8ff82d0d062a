import { defineFlow } from '../flow.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { tellLapsed } from '../tell-lapsed.js';
import { tellWaiting } from '../tell-waiting.js';

/** "why is it late?": what we wait for, and how the supplier usually keeps its dates. */
export default defineFlow({
  name: 'delay_reason',
  intents: ['delay_reason'],
  needs: [identity, order, namedLines],
  steps: [...tellLapsed, ...tellWaiting('delay-reason', ['Where am I in line?', 'Cancel an item'], true)],
});
