import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { findNoticeReview, putOffReview } from '../store/notice-reviews.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { owedNotice } from './owed-notice.js';
import { principalId, STAFF } from './principal.js';
import { waitsUntil } from './review-notice.js';
import { inTransaction } from './transaction.js';

/** Leaves a delay notice that a person was asked about: it then goes by itself as late as the law allows with a day to spare. */
export const putOffNotice = defineTool({
  name: 'put_off_notice',
  effect: 'record',
  audience: STAFF,
  description: 'Leave a delay notice that waits for review until shortly before its last legal day.',
  input: z.object({ reviewId: z.uuid() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('put_off'), goesAt: Instant }),
    /** It went, or is not owed any more. */
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ reviewId }, context) {
    const tx = inTransaction(context);
    const known = await findNoticeReview(tx, reviewId);
    const order = known && (await lockOrder(tx, known.orderNumber));
    const owed = order && (await owedNotice(order, context));
    if (!order || !owed) return { kind: 'over' as const };
    const goesAt = waitsUntil(owed.facts.sendBy, order);
    const isPutOff = await putOffReview(tx, reviewId, { by: principalId(context.principal), goesAt });
    return isPutOff ? { kind: 'put_off' as const, goesAt } : { kind: 'over' as const };
  },
});
