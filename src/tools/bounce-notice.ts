import { bounceSentNotice, findNotice } from '../store/delay-notices.js';
import { addDelayRecord } from '../store/delay-records.js';
import { lockOrder } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/**
 * A delay notice that the mail server took came back: it counts as none from now on, and what it was owed for is owed
 * again. Not when it was answered, which shows that it was read.
 */
export async function bounceNotice(noticeId: string, context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  const known = await findNotice(tx, noticeId);
  const order = known && (await lockOrder(tx, known.facts.orderNumber));
  const notice = order && (await findNotice(tx, noticeId));
  if (notice?.state !== 'sent' || notice.answer !== null) return;
  await bounceSentNotice(tx, noticeId);
  for (const { orderLineId } of notice.facts.lines)
    await addDelayRecord(tx, {
      kind: 'notice_delivery',
      noticeId,
      channel: 'email',
      result: 'bounced',
      orderLineId,
      at: context.now,
      source: 'returned mail',
    });
}
