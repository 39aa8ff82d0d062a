import type { NoticeRecord } from '../../../store/delay-notices.js';
import type { Carried } from '../../../store/jobs/queues.js';
import { actions, button, clip, message, section } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { noticeButton } from './notice-words.js';

const LONGEST_NAME = 80;

const DROPPED: Readonly<Record<NonNullable<NoticeRecord['droppedBecause']>, string>> = {
  shipped: 'it has shipped meanwhile',
  cancelled: 'it was cancelled meanwhile',
  dates_moved: 'the dates have moved meanwhile; if a notice is still owed, it goes out with the new ones',
  address_changed: 'their address has changed meanwhile; if a notice is still owed, it goes to the new one',
  too_late: 'its last day was over',
};

/** Told to whoever sent the notice. */
export function noticeNewsCard(notice: NoticeRecord, news: Carried<'notice-news'>['news']): Message {
  const { orderNumber: order } = notice.facts;
  const text = newsWords(notice, news);
  const open = button({ text: `Open order ${order}`, action: 'order:open', value: { order } });
  return message(text, [section(text), actions(...(news === 'bounced' ? [noticeButton(order)] : []), open)]);
}

function newsWords({ facts, droppedBecause }: NoticeRecord, news: Carried<'notice-news'>['news']): Mrkdwn {
  const { orderNumber, customerName } = facts;
  const who = clip(customerName, LONGEST_NAME);
  switch (news) {
    case 'bounced':
      return mrkdwn`Your notice to ${who} about order ${orderNumber} was refused by their mail server, so it counts as none. It still has to reach them: ask for another address, or write a letter.`;
    case 'dropped':
      return mrkdwn`Your notice to ${who} about order ${orderNumber} did not go out: ${droppedBecause ? DROPPED[droppedBecause] : 'it is not owed any more'}.`;
    case 'kept':
      return mrkdwn`${who} keeps waiting for order ${orderNumber}: they said so under your notice.`;
    case 'cancelled':
      return mrkdwn`${who} cancelled what is late of order ${orderNumber}, under your notice. The refund is owed.`;
  }
}
