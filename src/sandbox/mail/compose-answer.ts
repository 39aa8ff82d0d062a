import MailComposer from 'nodemailer/lib/mail-composer';
import MimeNode from 'nodemailer/lib/mime-node';
import type { ReadMail } from './read-mail.js';

/** Who got the mail and answers it: the first it was sent to. */
const recipientOf = ({ kept }: ReadMail): string => kept.to[0] ?? '';

/** An answer as a mail program writes it: to the reply address, in the same thread, with what it answers quoted below. */
export async function composeAnswer(answered: ReadMail, text: string, at: Date): Promise<string> {
  const { mail, messageId, answers } = answered;
  const to = mail.replyTo?.[0]?.address ?? mail.from?.address ?? '';
  const subject = mail.subject ?? '';
  const composer = new MailComposer({
    from: recipientOf(answered),
    to,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    text: `${text.trimEnd()}\n\n${quoted(answered)}`,
    date: at,
    ...(messageId !== '' && { inReplyTo: messageId, references: [...answers, messageId] }),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return (await composer.compile().build()).toString('utf8');
}

function quoted({ mail }: ReadMail): string {
  const day = mail.date ? `On ${new Date(mail.date).toUTCString().slice(0, 16)}, ` : '';
  const lines = (mail.text ?? '').trimEnd().split('\n');
  return [`${day}${mail.from?.address ?? 'somebody'} wrote:`, ...lines.map((line) => `> ${line}`.trimEnd())].join('\n');
}

/** The report of the recipient's mail server that there is no such mailbox (RFC 3464). */
export async function composeBounce(bounced: ReadMail, at: Date): Promise<string> {
  const recipient = recipientOf(bounced);
  const host = recipient.split('@')[1] ?? 'example.com';
  const report = new MimeNode('multipart/report; report-type=delivery-status');
  report.setHeader({
    from: `Mail Delivery System <mailer-daemon@${host}>`,
    to: bounced.mail.from?.address ?? '',
    subject: 'Undelivered Mail Returned to Sender',
    date: at.toUTCString().replace('GMT', '+0000'),
    'auto-submitted': 'auto-replied',
    ...(bounced.messageId !== '' && { 'in-reply-to': bounced.messageId, references: bounced.messageId }),
  });
  const add = (type: string, content: string) => report.createChild(type).setContent(content);
  add(
    'text/plain; charset=utf-8',
    `Your message could not be delivered to ${recipient}.\r\n\r\nThis address does not exist: 550 5.1.1 No such user.\r\n`,
  );
  add(
    'message/delivery-status',
    [
      `Reporting-MTA: dns; mx.${host}`,
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 No such user',
      '',
    ].join('\r\n'),
  );
  add('text/rfc822-headers', `${bounced.kept.raw.split(/\r?\n\r?\n/)[0] ?? ''}\r\n`);
  return (await report.build()).toString('utf8');
}
