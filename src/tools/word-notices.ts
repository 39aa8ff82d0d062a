import type { LocalDate } from '../domain/kernel/dates.js';
import { type NoticeFacts, type NoticeRecord, TONES } from '../store/delay-notices.js';
import { FALLBACK_LOCALE, mailsFor } from '../wording/locales.js';
import type { Mails, MailText } from '../wording/mail.js';

/** The two links of a notice; in a preview, what stands in their place. */
export interface AnswerLinks {
  readonly keep: string;
  readonly cancel: string;
}

/** One order's part of a mail. */
export interface NoticeToWord {
  readonly facts: NoticeFacts;
  readonly tone: NoticeRecord['tone'];
  /** Given on top, whatever they choose; null for nothing. */
  readonly offerPoints: number | null;
  readonly links: AnswerLinks;
}

export interface MailScene {
  readonly todayOn: LocalDate;
  readonly shopName: string;
  readonly assistantName: string;
}

/** The mails of the delay rule, all from templates/email/en. */
export const delayMails = (): Mails => mailsFor('templates/email', FALLBACK_LOCALE);

/** The words of a mail with one customer's delay notices, each order in its own part: subject, plain text and HTML. */
export function wordNotices(notices: readonly NoticeToWord[], scene: MailScene): MailText {
  const lines = notices.flatMap(({ facts }) => facts.lines);
  const points = notices.reduce((sum, { offerPoints }) => sum + (offerPoints ?? 0), 0);
  return delayMails().write('delay-notice', {
    ...scene,
    firstName: firstNameOf(notices[0]?.facts.customerName ?? ''),
    // the warmest of them
    tone: TONES.findLast((tone) => notices.some((notice) => notice.tone === tone)) ?? 'plain',
    orderNumber: notices.length === 1 ? (notices[0]?.facts.orderNumber ?? null) : null,
    orderNumbers: notices.map(({ facts }) => facts.orderNumber),
    orders: notices.map(({ facts, links }) => ({ ...facts, links, ofSeveral: notices.length > 1 })),
    hasDates: lines.some(({ revisedShipBy }) => revisedShipBy !== null),
    isRenewed: lines.some(({ isRenewed }) => isRenewed),
    mustAnswer: lines.some(({ silenceMeansConsent }) => !silenceMeansConsent),
    offerPoints: points > 0 ? points : null,
  });
}

export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;
