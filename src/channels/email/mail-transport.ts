import { createTransport, type NodemailerError } from 'nodemailer';
import { DeadlinePassed, within } from '../../store/deadline.js';
import type { MailText } from '../../wording/mail.js';

/** A mail to one person. */
export interface Mail extends MailText {
  readonly to: string;
  /** In angle brackets. The same mail always bears the same one. */
  readonly messageId: string;
  /** The mails before it about the same thing, oldest first. */
  readonly references: readonly string[];
  /** Where answers go: an address that says what they are about. */
  readonly replyTo: string;
  readonly attachments?: readonly MailAttachment[];
  /** Further headers, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MailAttachment {
  readonly filename: string;
  /** As in text/csv. */
  readonly contentType: string;
  readonly content: string;
}

/** What came of handing a mail to the server. */
export type MailAttempt =
  | { readonly kind: 'accepted' }
  /** The server will never take it: 5xx. */
  | { readonly kind: 'refused'; readonly error: string }
  /** It surely did not go out, and may later. */
  | { readonly kind: 'not_yet'; readonly error: string }
  /** Nobody knows: cut off before the server said whether it had taken it. */
  | { readonly kind: 'unanswered'; readonly error: string };

export interface MailTransport {
  send(mail: Mail): Promise<MailAttempt>;
}

/** Shorter than an outbox row is held. */
const ANSWER_WITHIN_MS = 9_000;
const CONNECT_WITHIN_MS = 4_000;

/** Mail over SMTP. `url` as nodemailer takes it: smtps://user:password@host:465, or smtp:// with STARTTLS where offered. */
export function createMailTransport({ url, from }: { url: string; from: string }): MailTransport {
  const smtp = createTransport({
    url,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    // a mail is made of its words alone: nothing is fetched from disk or network
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, messageId, references, replyTo, attachments = [], headers = {} }) {
      try {
        await within(
          ANSWER_WITHIN_MS,
          smtp.sendMail({
            from,
            to: { name: '', address: to },
            subject,
            text,
            html,
            messageId,
            replyTo,
            attachments: attachments.map((attachment) => ({ ...attachment })),
            ...(references.length > 0 && { inReplyTo: references.at(-1), references: [...references] }),
            // no answering machine answers it
            headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          }),
        );
        return { kind: 'accepted' };
      } catch (error) {
        return attemptOf(error);
      }
    },
  };
}

/** Failures before anything of a mail was sent. */
const NEVER_BEGAN: ReadonlySet<string | undefined> = new Set(['EDNS', 'EAUTH', 'ETLS', 'EPROXY']);

function attemptOf(cause: unknown): MailAttempt {
  const error = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof DeadlinePassed || !(cause instanceof Error)) return { kind: 'unanswered', error };
  const { code, responseCode, syscall } = cause as NodemailerError & { readonly syscall?: string };
  // a wrong password is the shop's to mend, and no fault of the mail
  if (NEVER_BEGAN.has(code) || syscall === 'connect') return { kind: 'not_yet', error };
  if (responseCode === undefined) return { kind: 'unanswered', error };
  return { kind: responseCode >= 500 ? 'refused' : 'not_yet', error };
}
