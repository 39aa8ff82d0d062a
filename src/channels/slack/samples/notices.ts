import { addDays, instant, localDate } from '../../../domain/kernel/dates.js';
import { OrderLineId } from '../../../domain/kernel/ids.js';
import type { NoticeFacts, NoticeRecord } from '../../../store/delay-notices.js';
import { wordNotices } from '../../../tools/word-notices.js';
import { noticeNewsCard } from '../cards/notice-news-card.js';
import { noticeModal } from '../delay-notice.js';
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
    asModal('A notice that nobody can be sent', noticeModal({ kind: 'no_address' }, SAMPLE_DAY)),
  ],
});
