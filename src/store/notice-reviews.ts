import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { enqueue } from './jobs/enqueue.js';

const Row = z.object({
  reviewId: z.uuid(),
  orderNumber: OrderNumber,
  segment: z.string(),
  askedAt: Instant,
  /** When the notice goes by itself. */
  goesAt: Instant,
  state: z.enum(['asked', 'put_off', 'over']),
  putOffBy: z.string().nullable(),
});
export type NoticeReview = z.infer<typeof Row>;

const columns = (sql: SqlOrTx) => sql`
  id as "reviewId", order_number as "orderNumber", segment, asked_at as "askedAt", goes_at as "goesAt", state,
  put_off_by as "putOffBy"`;

export async function findNoticeReview(sql: SqlOrTx, reviewId: string): Promise<NoticeReview | null> {
  const [row] = await sql`select ${columns(sql)} from notice_reviews where id = ${reviewId}`;
  return row ? Row.parse(row) : null;
}

/** The orders of which a person is being asked, with how that stands. */
export async function openNoticeReviews(sql: SqlOrTx): Promise<ReadonlyMap<OrderNumber, NoticeReview>> {
  const rows = await sql`select ${columns(sql)} from notice_reviews where state <> 'over'`;
  const reviews = rows.map((row) => Row.parse(row));
  return new Map(reviews.map((review) => [review.orderNumber, review]));
}

/** Puts an order's notice before the team, and has the card shown. The caller holds the order. */
export async function askForReview(
  tx: Tx,
  { orderNumber, segment, at, goesAt }: { orderNumber: OrderNumber; segment: string; at: Instant; goesAt: Instant },
): Promise<void> {
  const [row] = await tx`
    insert into notice_reviews (order_number, segment, asked_at, goes_at)
    values (${orderNumber}, ${segment}, ${at}, ${goesAt}) returning id`;
  await show(tx, row?.id);
}

/** Somebody wants it to wait. False when it is over. */
export async function putOffReview(
  tx: Tx,
  reviewId: string,
  { by, goesAt }: { by: string; goesAt: Instant },
): Promise<boolean> {
  const changed = await tx`
    update notice_reviews set state = 'put_off', put_off_by = ${by}, goes_at = ${goesAt}
    where id = ${reviewId} and state <> 'over'`;
  if (changed.count === 1) await show(tx, reviewId);
  return changed.count === 1;
}

/** The notices of some orders went, or are not owed any more. */
export async function endReviews(tx: Tx, orders: readonly OrderNumber[]): Promise<void> {
  const rows = await tx`
    update notice_reviews set state = 'over' where order_number = any(${[...orders]}) and state <> 'over' returning id`;
  for (const { id } of rows) await show(tx, id);
}

const show = (tx: Tx, reviewId: unknown): Promise<boolean> =>
  enqueue(tx, 'notice-review', { reviewId: z.uuid().parse(reviewId) });
