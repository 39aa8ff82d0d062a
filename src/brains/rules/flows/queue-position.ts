import { getQueuePosition } from '../../../tools/get-queue-position.js';
import { call, defineFlow, resultsOf, say, tell } from '../flow.js';
import { waitingLines } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { statusOfNamed } from '../say-status.js';
import { tellLapsed } from '../tell-lapsed.js';

/** "why did she get hers before me?": the shopper's own place and the rule behind it, nothing about anyone else. */
export default defineFlow({
  name: 'queue_position',
  intents: ['queue_position'],
  needs: [identity, order, namedLines],
  steps: [
    ...tellLapsed,
    call(getQueuePosition, waitingLines),
    say((scene) => {
      const places = resultsOf(scene, getQueuePosition, 'queued');
      if (places.length > 0) return [tell('queue-position', { places })];
      return statusOfNamed(scene) ?? [tell('not-in-line', { orderNumber: scene.slots.orderNumber })];
    }),
  ],
});
