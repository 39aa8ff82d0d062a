import { cancelLapsedLines } from '../tools/cancel-lapsed-lines.js';
import { endNoticeReviews } from '../tools/end-notice-reviews.js';
import { listDelayWork } from '../tools/list-delay-work.js';
import { remindOfNotice } from '../tools/remind-of-notice.js';
import { sendDueNotices } from '../tools/send-due-notices.js';
import { tellMovedDates } from '../tools/tell-moved-dates.js';
import type { JobContext } from './define-job.js';

/**
 * Does what the delay rule makes due: notices, reminders before silence cancels, cancellations, and news of dates that a supplier moved; of all orders, or of those
 * that some supplier's promises touch. Repeating it does nothing twice: each tool looks anew while the order is held.
 */
export async function doDelayWork(
  job: string,
  { door, log, wakeSenders }: JobContext,
  promiseIds?: readonly number[],
): Promise<void> {
  const principal = { kind: 'system' as const, job };
  const due = await door.call(listDelayWork, { promiseIds }, principal);
  if (due.kind !== 'listed') return;
  const { notices, toRemind, lapsed, moved, reviewsOver } = due;
  for (const { customerId, orderNumbers } of notices)
    await door.call(sendDueNotices, { customerId, orderNumbers, promiseIds }, principal);
  for (const orderNumber of toRemind) await door.call(remindOfNotice, { orderNumber }, principal);
  for (const orderNumber of lapsed) await door.call(cancelLapsedLines, { orderNumber }, principal);
  if (promiseIds)
    for (const orderNumber of moved) await door.call(tellMovedDates, { orderNumber, promiseIds }, principal);
  if (reviewsOver.length > 0) await door.call(endNoticeReviews, { orderNumbers: reviewsOver }, principal);
  if (notices.length + toRemind.length + lapsed.length + moved.length === 0) return;
  log.info(
    { customers: notices.length, reminders: toRemind.length, cancelled: lapsed.length, moved: moved.length },
    'what the delay rule made due was done',
  );
  wakeSenders();
}
