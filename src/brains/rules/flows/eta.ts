import { getLineEta } from '../../../tools/get-line-eta.js';
import { call, defineFlow, say, tell } from '../flow.js';
import { etas, linesMeant, waits } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';

/** "when will it ship?": the dates of what waits, of one item or of all. */
export default defineFlow({
  name: 'eta',
  intents: ['eta'],
  needs: [identity, order, namedLines],
  steps: [
    call(getLineEta, (scene) =>
      linesMeant(scene)
        .filter(waits)
        .map(({ orderLineId }) => ({ orderLineId })),
    ),
    say((scene) => {
      const { waiting, undated } = etas(scene);
      if (waiting.length + undated.length > 0)
        return [tell('line-eta', { waiting, undated }, ['Why is it late?', 'Cancel an item'])];
      return [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
    }),
  ],
});
