import { addDays, instant, localDate, zone } from '../../../domain/kernel/dates.js';
import { CustomerId, OrderLineId } from '../../../domain/kernel/ids.js';
import type { NoticeFacts, NoticeRecord } from '../../../store/delay-notices.js';
import type { NoticeReview } from '../../../store/notice-reviews.js';
import { wordNotices } from '../../../tools/word-notices.js';
import { noticeNewsCard } from '../cards/notice-news-card.js';
import { noticeReviewCard } from '../cards/notice-review-card.js';
import { noticeModal } from '../delay-notice.js';
import { owedNoticesModal } from '../owed-notices.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const facts = ({ order, person, item, many }: Extent): NoticeFacts => ({
  orderNumber: order(1),
  customerName: person,
  refundMethod: 'Visa ending 4417',
  sendBy: localDate('2026-11-25'),
  lines: many(40, (n) => ({
    orderLineId: OrderLineId.parse(`${order(1)}-${n}`),
    lineName: item,
    quantity: n,
    shipByBefore: localDate('2026-11-25'),
    revisedShipBy: n === 2 ? null : addDays(SAMPLE_DAY, 20 + n),
    silenceMeansConsent: n === 1,
    answerBy: addDays(SAMPLE_DAY, 20 + n),
    isRenewed: n === 3,
  })),
});

const ready = (notice: NoticeFacts) => {
  const links = { keep: '(their link)', cancel: '(their link)' };
  const scene = { todayOn: SAMPLE_DAY, shopName: 'TechGadgets4U', assistantName: 'Desk' };
  const { subject, text } = wordNotices([{ facts: notice, tone: 'plain', offerPoints: null, links }], scene);
  return { kind: 'ready' as const, noticeTerms: '0123456789abcdef', facts: notice, subject, text };
};

const record = (extent: Extent, more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  noticeId: 'notice-1042-1',
  mailId: 'notice-1042-1',
  recipient: 'ana@example.com',
  facts: facts(extent),
  ...{ tone: 'plain', offerId: null, madeBy: 'U01REP', state: 'sent', madeAt: instant('2026-11-23T18:00:00Z') },
  ...{ settledAt: null, droppedBecause: null, messageId: null, answer: null, answeredAt: null },
  ...more,
});

const REVIEW: Omit<NoticeReview, 'orderNumber' | 'state' | 'putOffBy'> = {
  reviewId: '7d1f7c0e-8f60-4f0c-9f4e-2a0c1e9b7a11',
  segment: 'put-off-often',
  askedAt: instant('2026-11-23T18:00:00Z'),
  goesAt: instant('2026-11-24T18:00:00Z'),
};

/** The delay notices the team sends by e-mail. */
export default defineSamples({
  subject: 'Delay notices',
  draw: (extent) => [
    asModal('A delay notice, before it is sent', noticeModal(ready(facts(extent)), SAMPLE_DAY)),
    asModal('No notice is owed', noticeModal({ kind: 'none_owed' }, SAMPLE_DAY)),
    ...(['bounced', 'kept', 'cancelled'] as const).map((news) =>
      asMessage(`What became of your notice: ${news}`, noticeNewsCard(record(extent), news)),
    ),
    asMessage(
      'Your notice did not go out',
      noticeNewsCard(record(extent, { state: 'dropped', droppedBecause: 'dates_moved' }), 'dropped'),
    ),
    ...(['asked', 'put_off', 'over'] as const).map((state) =>
      asMessage(
        `A delay notice that a person is asked about: ${state.replace('_', ' ')}`,
        noticeReviewCard(
          { ...REVIEW, orderNumber: extent.order(1), state, putOffBy: state === 'put_off' ? 'U03LEAD' : null },
          { customerName: extent.person, sentBy: 'U01REP' },
          { zone: zone('America/Los_Angeles'), todayOn: SAMPLE_DAY },
        ),
      ),
    ),
    asModal(
      'All notices that are owed, before they are sent',
      owedNoticesModal(
        {
          kind: 'listed',
          customers: extent.many(90, (n) => ({
            customerId: CustomerId.parse(`customer-${n}`),
            customerName: extent.person,
            orderNumbers: n === 2 ? [extent.order(2), extent.order(3)] : [extent.order(n)],
            mustAnswer: n > 1,
            sendBy: addDays(SAMPLE_DAY, n),
          })),
          withoutAddress: [extent.order(4)],
        },
        SAMPLE_DAY,
      ),
    ),
    asModal('A notice that nobody can be sent', noticeModal({ kind: 'no_address' }, SAMPLE_DAY)),
  ],
});
