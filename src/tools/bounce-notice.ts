import { bounceSentNotice, findNotice, type NoticeRecord } from '../store/delay-notices.js';
import { addDelayRecord } from '../store/delay-records.js';
import type { ToolContext } from './define-tool.js';
import { holdNoticesInMail } from './hold-notices.js';
import { tellSender } from './tell-sender.js';
import { inTransaction } from './transaction.js';

/**
 * A mail with delay notices that the mail server took came back: all in it count as none from now on, and what they were
 * owed for is owed again. Not those that were answered, which shows that they were read.
 */
export async function bounceNotice(noticeId: string, context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  const known = await findNotice(tx, noticeId);
  for (const { notice } of known ? await holdNoticesInMail(known.mailId, context) : [])
    if (notice.state === 'sent' && notice.answer === null) await bounce(notice, context);
}

async function bounce({ noticeId, facts, madeBy }: NoticeRecord, context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  await bounceSentNotice(tx, noticeId);
  await tellSender({ noticeId, madeBy }, 'bounced', context);
  for (const { orderLineId } of facts.lines)
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
