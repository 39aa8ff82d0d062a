import { businessDeadline } from '../domain/escalation/business-deadline.js';
import { addDays, compareInstants, type Instant, type LocalDate, startOfDay } from '../domain/kernel/dates.js';
import { askForReview, type NoticeReview } from '../store/notice-reviews.js';
import type { OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { noticeSegment } from './notice-segment.js';
import { isStaff } from './principal.js';
import { shopCalendar } from './shop-calendar.js';
import { inTransaction } from './transaction.js';

/** The moment from which a notice waits for nobody: the start of the day before the last one that the law allows. */
export const waitsUntil = (sendBy: LocalDate, { shipToZone }: Pick<OrderRecord, 'shipToZone'>): Instant =>
  startOfDay(addDays(sendBy, -1), shipToZone);

/**
 * Whether a notice may go now. Where policy wants a person to look first, it puts it before the team, once, and lets it go
 * when their time is over. What a person sends goes.
 */
export async function mayGo(
  order: OrderRecord,
  sendBy: LocalDate,
  review: NoticeReview | undefined,
  context: ToolContext,
): Promise<boolean> {
  const { now, policy, rules, principal } = context;
  if (isStaff(principal)) return true;
  if (review) return compareInstants(review.goesAt, now) <= 0;
  const segment = await noticeSegment(order, context);
  const last = waitsUntil(sendBy, order);
  if (segment.review === 'none' || compareInstants(last, now) <= 0) return true;
  const hours = { ...policy.hours, zone: policy.zone, calendar: shopCalendar(policy) };
  const answered = businessDeadline(now, rules.notices.review.withinBusinessHours, hours);
  const goesAt = compareInstants(answered, last) < 0 ? answered : last;
  await askForReview(inTransaction(context), { orderNumber: order.number, segment: segment.name, at: now, goesAt });
  return false;
}
