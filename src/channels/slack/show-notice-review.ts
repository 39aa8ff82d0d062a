import { dateIn } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import { noticesOf } from '../../store/delay-notices.js';
import { findNoticeReview } from '../../store/notice-reviews.js';
import { findOrder } from '../../store/orders.js';
import { noticeReviewCard } from './cards/notice-review-card.js';
import type { HandlingDeps } from './create-handling.js';
import { storePosts } from './posts.js';

/**
 * Brings the card of a notice that a person is asked about up to date: put before those who approve, and changed when it is
 * put off or over. Each state is shown once, however often this is called.
 */
export async function showNoticeReview(reviewId: string, { sql, policy, team }: HandlingDeps): Promise<void> {
  const review = await findNoticeReview(sql, reviewId);
  const order = review && (await findOrder(sql, review.orderNumber));
  if (!order) return;
  const scene = { zone: policy.zone, todayOn: dateIn(policy.zone, await businessNow(sql)) };
  const sent = (await noticesOf(sql, order.number)).find(({ madeAt }) => madeAt >= review.askedAt) ?? null;
  const about = { customerName: order.shipTo.name, sentBy: sent?.madeBy ?? null };
  const name = `notice-review:${reviewId}`;
  const channel = team.channels.approvals;
  await sql.begin(async (tx) => {
    const asking = { ...review, state: 'asked' as const };
    const card = noticeReviewCard(asking, about, scene);
    await storePosts(tx, `${name}:asked`, [{ method: 'chat.postMessage', channel, storeAs: name, message: card }]);
    if (review.state === 'asked') return;
    const message = noticeReviewCard(review, about, scene);
    await storePosts(tx, `${name}:${review.state}`, [{ method: 'chat.update', of: { named: name }, message }]);
  });
}
