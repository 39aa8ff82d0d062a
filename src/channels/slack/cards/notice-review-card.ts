import type { LocalDate, Zone } from '../../../domain/kernel/dates.js';
import type { NoticeReview } from '../../../store/notice-reviews.js';
import { sayMoment } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section, words } from '../blocks/build.js';
import { type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { noticeButton } from './notice-words.js';

const LONGEST_NAME = 80;
const SLACK_ID = /^[UW][A-Z0-9]{3,}$/;

/** A delay notice that a person is asked about: preview and send, or leave it; once it is over, what came of it. */
export function noticeReviewCard(
  review: NoticeReview,
  { customerName, sentBy }: { readonly customerName: string; readonly sentBy: string | null },
  { zone, todayOn }: { readonly zone: Zone; readonly todayOn: LocalDate },
): Message {
  const { reviewId, orderNumber: order, segment, goesAt, state, putOffBy } = review;
  const title = mrkdwn`*Order ${order}*, ${clip(customerName, LONGEST_NAME)}: a delay notice is owed`;
  const why = mrkdwn`You are asked first because of _${segment.replaceAll('-', ' ')}_ in the policy.`;
  if (state === 'over') return message(outcome(order, sentBy), [section(title), section(outcome(order, sentBy))]);
  const goes = mrkdwn`By law it goes out without an answer, at ${sayMoment(goesAt, zone, todayOn)}.`;
  const left = state === 'put_off' && putOffBy ? [section(mrkdwn`Left by ${mention(putOffBy)} for now.`)] : [];
  const leave = button({ text: 'Leave for now', action: 'notice:leave', value: { reviewId } });
  return message(title, [
    section(title),
    ...left,
    actions(noticeButton(order), ...(state === 'asked' ? [leave] : [])),
    context(goes, why),
  ]);
}

function outcome(order: string, sentBy: string | null): Mrkdwn {
  if (sentBy === null) return words(`No notice is owed on order ${order} any more.`);
  return SLACK_ID.test(sentBy)
    ? mrkdwn`The notice on order ${order} was sent by ${mention(sentBy)}.`
    : words(`The notice on order ${order} went out by itself, in time.`);
}
