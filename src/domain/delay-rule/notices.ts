import { compareInstants, dateIn, type Instant, type LocalDate, type Zone } from '../kernel/dates.js';
import type { DelayRecord, NoticeChannel, NoticeSent } from './records.js';

/** Why a notice is no option under 435.2(b), so that it counts as if nothing had been sent. */
export type NoticeFlaw =
  | 'no_cancel_offer'
  | 'answer_not_free'
  | 'no_reason_given'
  | 'no_counting_channel'
  | 'not_delivered'
  | 'order_not_complete'
  | 'too_late'
  | 'no_delay'
  | 'after_shipment'
  | 'exempt'
  | 'indefinite_consent_running';

/**
 * Channels that carry an option by themselves. A chat message or an order page alone never does (table row 14); a text
 * message alone is not relied on either, since nothing says that it may be.
 */
const COUNTING: ReadonlySet<NoticeChannel> = new Set<NoticeChannel>(['email', 'post']);

export interface Notice extends Omit<NoticeSent, 'kind' | 'deliveries'> {
  /** When the first channel that counts had taken it; for a flawed one, when it was sent. */
  readonly at: Instant;
  readonly on: LocalDate;
  /** What is wrong with the notice itself, whenever it came; null when nothing is. */
  readonly flaw: NoticeFlaw | null;
}

/**
 * The notices of a line with what is known of their delivery. A channel whose message bounced, or of which nothing was
 * heard, does not count, unless the buyer answered that very notice: then it evidently came.
 */
export function readNotices(records: readonly DelayRecord[], zone: Zone): Notice[] {
  return records.flatMap((record) => {
    if (record.kind !== 'notice_sent') return [];
    const { noticeId, textRef, revisedShipBy, reason, offersCancel, answerIsFree } = record;
    const givenAt = whenGiven(record, records);
    const at = typeof givenAt === 'object' ? record.at : givenAt;
    const flaw = contentFlaw(record) ?? (typeof givenAt === 'object' ? givenAt.flaw : null);
    return [{ noticeId, textRef, revisedShipBy, reason, offersCancel, answerIsFree, at, on: dateIn(zone, at), flaw }];
  });
}

function contentFlaw({ offersCancel, answerIsFree, revisedShipBy, reason }: NoticeSent): NoticeFlaw | null {
  if (!offersCancel) return 'no_cancel_offer';
  if (!answerIsFree) return 'answer_not_free';
  return revisedShipBy === null && !reason?.trim() ? 'no_reason_given' : null;
}

function whenGiven(
  notice: NoticeSent & { readonly at: Instant },
  records: readonly DelayRecord[],
): Instant | { readonly flaw: NoticeFlaw } {
  const news = [
    ...notice.deliveries.map((delivery) => ({ ...delivery, at: notice.at })),
    ...records.flatMap((record) =>
      record.kind === 'notice_delivery' && record.noticeId === notice.noticeId ? [record] : [],
    ),
  ].filter(({ channel }) => COUNTING.has(channel));
  if (news.length === 0) return { flaw: 'no_counting_channel' };
  const wasAnswered = records.some((record) => record.kind === 'answer' && record.noticeId === notice.noticeId);
  const bounced = new Set(news.filter(({ result }) => result === 'bounced').map((one) => one.channel));
  const [first] = news
    .filter(({ channel, result }) => !bounced.has(channel) && (result === 'accepted' || result === 'delivered'))
    .map(({ at }) => at)
    .sort(compareInstants);
  return first ?? (wasAnswered ? notice.at : { flaw: 'not_delivered' });
}
