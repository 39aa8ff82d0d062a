import { z } from 'zod';
import { OrderLineId, Sku } from '../../../domain/kernel/ids.js';
import { lookAtQuestion } from '../ask-in-chat.js';
import { sentence } from '../blocks/build.js';
import { defineAction } from '../define-action.js';
import { wrongSubstitute } from '../substitutes.js';

/** Shows what the customer would be asked about one substitute. */
export default defineAction({
  id: 'substitute:ask',
  value: z.object({ line: OrderLineId, sku: Sku }),
  async open({ line, sku }, handling) {
    const looked = await lookAtQuestion({ tool: 'swap_line', input: { orderLineId: line, sku } }, handling);
    return looked.kind === 'shown' ? looked.opening : null;
  },
  async run({ line, sku }, handling) {
    const looked = await lookAtQuestion({ tool: 'swap_line', input: { orderLineId: line, sku } }, handling);
    return [handling.reply(sentence(await wrongSubstitute(sku, looked, handling)))];
  },
});
