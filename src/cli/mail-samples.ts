import { addDays, localDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { money } from '../domain/kernel/money.js';
import type { NoticeFacts, NoticeLine } from '../store/delay-notices.js';
import { wordCancellation, wordReminder } from '../tools/word-delay-mail.js';
import { wordNotices } from '../tools/word-notices.js';
import type { MailText } from '../wording/mail.js';

const TODAY = localDate('2026-11-23');
const SCENE = { todayOn: TODAY, shopName: 'TechGadgets4U', assistantName: 'Desk' };
const LINKS = { keep: 'https://desk.example/keep', cancel: 'https://desk.example/cancel' };
const ABOUT = { customerName: 'Ana Silva', refundMethod: 'Visa ending 4417' };

const line = (order: string, more: Partial<NoticeLine> = {}): NoticeLine => ({
  ...{ orderLineId: OrderLineId.parse(`${order}-1`), lineName: '50 mm lens', quantity: 1, isRenewed: false },
  ...{ shipByBefore: addDays(TODAY, 2), revisedShipBy: addDays(TODAY, 20) },
  ...{ silenceMeansConsent: true, answerBy: addDays(TODAY, 20) },
  ...more,
});
const cancels = { silenceMeansConsent: false, answerBy: addDays(TODAY, 32) };
const notice = (order: string, more: Partial<NoticeLine> = {}): NoticeFacts => ({
  ...{ ...ABOUT, orderNumber: OrderNumber.parse(order), sendBy: addDays(TODAY, 2) },
  lines: [line(order, more)],
});
const told = (
  facts: NoticeFacts,
  tone: 'plain' | 'apologetic' | 'personal' = 'plain',
  offerPoints: number | null = null,
) => ({
  ...{ facts, tone, offerPoints, links: LINKS },
});

/** The mails of the delay rule, each as a customer may get it. */
export function mailSamples(): { readonly name: string; readonly mail: MailText }[] {
  const reminder = { ...notice('1042', cancels), noticeId: 'notice-1042-1', answerBy: cancels.answerBy };
  const cancelled = {
    ...{ ...ABOUT, orderNumber: OrderNumber.parse('1042'), items: [line('1042')], refundAmount: money(82_000, 'USD') },
    ...{ refundBy: addDays(TODAY, 9), isRequested: false },
  };
  return [
    { name: 'A first notice: silence agrees', mail: wordNotices([told(notice('1042'))], SCENE) },
    {
      name: 'A notice without a date: silence cancels',
      mail: wordNotices([told(notice('1042', { ...cancels, revisedShipBy: null }), 'apologetic')], SCENE),
    },
    {
      name: 'A renewed notice, with points',
      mail: wordNotices([told(notice('1042', { ...cancels, isRenewed: true }), 'personal', 2_100)], SCENE),
    },
    { name: 'Several orders', mail: wordNotices([told(notice('1042')), told(notice('2001', cancels))], SCENE) },
    { name: 'A reminder', mail: wordReminder(reminder, LINKS, SCENE) },
    { name: 'Cancelled by silence', mail: wordCancellation({ ...cancelled, because: 'not_answered' }, SCENE) },
    { name: 'Cancelled without a notice', mail: wordCancellation({ ...cancelled, because: 'not_told' }, SCENE) },
  ];
}
