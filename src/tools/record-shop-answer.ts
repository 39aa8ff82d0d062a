import { z } from 'zod';
import { storeArrival } from '../store/inbox.js';
import { enqueue } from '../store/jobs/enqueue.js';
import { lockShopRequest, ShopAnswer, settleShopRequest } from '../store/shop-requests.js';
import { afterShopAnswer } from './after-shop-answer.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/**
 * Takes the shop's answer to one request: settles it, writes into the book what follows, and leaves a message for the
 * conversation or the member of the team that waits for it, all at once. A second answer changes nothing.
 */
export const recordShopAnswer = defineTool({
  name: 'record_shop_answer',
  effect: 'record',
  audience: ['system'],
  description: 'Record what the shop’s own system answered to one request.',
  input: z.object({ requestId: z.uuid(), answer: ShopAnswer }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('recorded') }),
    z.object({ kind: z.literal('known_already') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind === 'system',
  async run({ requestId, answer }, context) {
    const tx = inTransaction(context);
    const request = await lockShopRequest(tx, requestId);
    if (!request) return { kind: 'not_found' as const };
    const isNew = await settleShopRequest(tx, { id: requestId, answer, at: context.now });
    if (!isNew) return { kind: 'known_already' as const };
    await afterShopAnswer(request, answer, context);
    if (request.conversationId !== null)
      await storeArrival(tx, {
        channel: 'shop',
        externalId: requestId,
        conversationId: request.conversationId,
        payload: { kind: 'shop_answered', requestId, source: 'shop' },
        body: { type: 'event', name: 'shop/answered' },
        author: 'assistant',
      });
    if (request.askedBy !== null) await enqueue(tx, 'shop-answer', { requestId });
    return { kind: 'recorded' as const };
  },
});
