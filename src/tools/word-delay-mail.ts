import type { CancellationFacts, ReminderFacts } from '../store/delay-mails.js';
import type { MailText } from '../wording/mail.js';
import { type AnswerLinks, delayMails, firstNameOf, type MailScene } from './word-notices.js';

/** The words of a reminder before silence cancels. */
export const wordReminder = (facts: ReminderFacts, links: AnswerLinks, scene: MailScene): MailText =>
  delayMails().write('delay-reminder', { ...facts, ...scene, links, firstName: firstNameOf(facts.customerName) });

/** The words that tell of a cancellation by the rule, and of what goes back. */
export const wordCancellation = (facts: CancellationFacts, scene: MailScene): MailText =>
  delayMails().write('delay-cancellation', { ...facts, ...scene, firstName: firstNameOf(facts.customerName) });
