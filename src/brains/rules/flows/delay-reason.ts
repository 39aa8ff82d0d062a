import { getLineEta } from '../../../tools/get-line-eta.js';
import { call, defineFlow, say, tell } from '../flow.js';
import { etas, linesMeant, waits } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';

/** "why is it late?": what we wait for, and how the supplier usually keeps its dates. */
export default defineFlow({
  name: 'delay_reason',
  intents: ['delay_reason'],
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
        return [tell('delay-reason', { waiting, undated }, ['Where am I in line?', 'Cancel an item'])];
      return [tell('nothing-waits', { orderNumber: scene.slots.orderNumber }, ['Where is my order?'])];
    }),
  ],
});
