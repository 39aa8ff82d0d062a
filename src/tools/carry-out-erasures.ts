import { z } from 'zod';
import { erasePerson, eraseTalk } from '../store/erase-customer.js';
import { erasureDone, isTalking, openErasures, ordersNotDone, talkErased } from '../store/erasures.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/**
 * Carries out what customers asked to be erased, as far as it may go by now: the words of conversations once the talk has
 * come to rest, everything that names the customer once none of their orders is open.
 */
export const carryOutErasures = defineTool({
  name: 'carry_out_erasures',
  effect: 'record',
  audience: ['system'],
  description: 'Erase the data of customers who asked for it, as far as the law allows by now.',
  input: z.object({}),
  output: z.object({ kind: z.literal('looked'), talksErased: z.int(), done: z.int() }),
  authorize: () => true,
  async run(_input, context) {
    const tx = inTransaction(context);
    const { now } = context;
    let [talks, done] = [0, 0];
    for (const { id, customerId, talkErasedAt } of await openErasures(tx)) {
      if (await isTalking(tx, customerId)) continue;
      const isFree = (await ordersNotDone(tx, customerId)).length === 0;
      // what they say while an order is open goes with the rest in the end
      if (talkErasedAt === null || isFree) {
        await eraseTalk(tx, customerId);
        await talkErased(tx, id, now);
        talks++;
      }
      if (!isFree) continue;
      await erasePerson(tx, customerId, now);
      await erasureDone(tx, id, now);
      done++;
    }
    return { kind: 'looked' as const, talksErased: talks, done };
  },
});
