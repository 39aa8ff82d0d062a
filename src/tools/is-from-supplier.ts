import { isSameMailbox, mailboxOf } from '../domain/suppliers/same-mailbox.js';
import { headerOf, type MailHeaders } from '../language/supplier-mail/automatic-mail.js';

/** The address on file, answers that go to the same, and no receiving server that found the sender forged (RFC 8601). */
export function isFromSupplier(from: string, headers: MailHeaders, onFile: string | null): boolean {
  const replyTo = headerOf(headers, 'reply-to');
  return (
    isSameMailbox(from, onFile ?? '') &&
    (replyTo === '' || mailboxOf(replyTo) === mailboxOf(from)) &&
    !/\bdmarc\s*=\s*fail|\bspf\s*=\s*fail(?![\s\S]*\bdkim\s*=\s*pass)/i.test(
      headerOf(headers, 'authentication-results'),
    )
  );
}
