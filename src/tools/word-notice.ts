import type { LocalDate } from '../domain/kernel/dates.js';
import type { NoticeFacts } from '../store/delay-notices.js';
import { loadMails, type Mails, type MailText } from '../wording/mail.js';

/** The two links of a notice; in a preview, what stands in their place. */
export interface AnswerLinks {
  readonly keep: string;
  readonly cancel: string;
}

let templates: Mails | undefined;

/** The words of a delay notice: subject, plain text and HTML, all from one template. */
export function wordNotice(
  facts: NoticeFacts,
  {
    links,
    todayOn,
    shopName,
    assistantName,
  }: { links: AnswerLinks; todayOn: LocalDate; shopName: string; assistantName: string },
): MailText {
  templates ??= loadMails('templates/email/en');
  return templates.write('delay-notice', {
    ...facts,
    firstName: facts.customerName.split(' ')[0] ?? facts.customerName,
    hasDates: facts.lines.some(({ revisedShipBy }) => revisedShipBy !== null),
    isRenewed: facts.lines.some(({ isRenewed }) => isRenewed),
    mustAnswer: facts.lines.some(({ silenceMeansConsent }) => !silenceMeansConsent),
    links,
    todayOn,
    shopName,
    assistantName,
  });
}
