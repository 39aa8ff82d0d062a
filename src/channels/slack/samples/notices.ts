import { addDays, localDate } from '../../../domain/kernel/dates.js';
import { OrderLineId } from '../../../domain/kernel/ids.js';
import type { NoticeFacts } from '../../../store/delay-notices.js';
import { wordNotice } from '../../../tools/word-notice.js';
import { noticeModal } from '../delay-notice.js';
import { asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

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
  const shop = { shopName: 'TechGadgets4U', assistantName: 'Desk' };
  const { subject, text } = wordNotice(notice, { links, todayOn: SAMPLE_DAY, ...shop });
  return { kind: 'ready' as const, noticeTerms: '0123456789abcdef', facts: notice, subject, text };
};

/** The delay notices the team sends by e-mail. */
export default defineSamples({
  subject: 'Delay notices',
  draw: (extent) => [
    asModal('A delay notice, before it is sent', noticeModal(ready(facts(extent)), SAMPLE_DAY)),
    asModal('No notice is owed', noticeModal({ kind: 'none_owed' }, SAMPLE_DAY)),
    asModal('A notice that nobody can be sent', noticeModal({ kind: 'no_address' }, SAMPLE_DAY)),
  ],
});
