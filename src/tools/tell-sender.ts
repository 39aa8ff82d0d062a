import type { NoticeRecord } from '../store/delay-notices.js';
import { enqueue } from '../store/jobs/enqueue.js';
import type { Carried } from '../store/jobs/queues.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** What became of a notice that somebody of the team sent: refused, not sent after all, or answered. */
export type NoticeNews = Carried<'notice-news'>['news'];

/** Jobs send notices too, under their own names. */
const isStaffId = (madeBy: string): boolean => /^[UW][A-Z0-9]{3,}$/.test(madeBy);

/** Has the team's side told what became of a notice, where somebody of the team sent it. */
export async function tellSender(
  { noticeId, madeBy }: Pick<NoticeRecord, 'noticeId' | 'madeBy'>,
  news: NoticeNews,
  context: ToolContext,
): Promise<void> {
  if (isStaffId(madeBy)) await enqueue(inTransaction(context), 'notice-news', { noticeId, news });
}
