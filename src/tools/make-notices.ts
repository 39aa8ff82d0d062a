import type { CustomerId } from '../domain/kernel/ids.js';
import { addNotices, type NewNotice, type NoticeFacts, type NoticeRecord, noticesOf } from '../store/delay-notices.js';
import { endReviews } from '../store/notice-reviews.js';
import type { OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { noticeSegment } from './notice-segment.js';
import { grant, lockForGrant } from './offer-facts.js';
import { evaluate, offerSituation } from './offer-situation.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';

/** A notice that is to be made; its order is held. */
export interface NoticeToMake {
  readonly order: OrderRecord;
  readonly facts: NoticeFacts;
  readonly cause: number | null;
}

/**
 * Puts in one mail with a customer's notices, each in the tone and with the offer that policy gives its order. The caller
 * holds the orders, all of them, before this takes its turn at the budget. Returns the notices' ids, the mail's first.
 */
export async function makeNotices(
  notices: readonly [NoticeToMake, ...NoticeToMake[]],
  { customerId, recipient }: { readonly customerId: CustomerId; readonly recipient: string },
  context: ToolContext,
): Promise<[string, ...string[]]> {
  const tx = inTransaction(context);
  const make = async ({ order, facts, cause }: NoticeToMake): Promise<NewNotice> => {
    const { name: segment, tone, offer } = await noticeSegment(order, context);
    const before = await noticesOf(tx, order.number);
    const noticeId = `notice-${order.number}-${before.length + 1}`;
    const offerId = untoldOffer(before) ?? (offer === 'points' ? await givePoints(order, context) : null);
    return { noticeId, facts, cause, plan: { segment, tone, offerId } };
  };
  const [first, ...rest] = notices;
  const made: [NewNotice, ...NewNotice[]] = [await make(first)];
  for (const notice of rest) made.push(await make(notice));
  await addNotices(tx, made, { customerId, recipient, madeBy: principalId(context.principal), at: context.now });
  await endReviews(
    tx,
    notices.map(({ order }) => order.number),
  );
  const [head, ...others] = made.map(({ noticeId }) => noticeId);
  return [head ?? made[0].noticeId, ...others];
}

/** What was given with a notice that did not go out after all. */
const untoldOffer = (before: readonly NoticeRecord[]): string | null =>
  before.find(({ offerId }) => offerId && before.every((one) => one.offerId !== offerId || one.state === 'dropped'))
    ?.offerId ?? null;

/** Points on top, whichever way they choose, where limits and budgets of incentives.yaml allow; null where they do not. */
async function givePoints(asked: OrderRecord, context: ToolContext): Promise<string | null> {
  const order = await lockForGrant(asked.number, context);
  if (!order) return null;
  const situation = await offerSituation(order, context);
  const verdict = evaluate(situation, context);
  const points = verdict.kind === 'none' ? undefined : verdict.offers.find(({ kind }) => kind === 'points');
  return points ? grant(order, points, { situation, told: 'delay_notice' }, context) : null;
}
