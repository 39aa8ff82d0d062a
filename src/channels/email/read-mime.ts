import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { mailboxOf } from '../../domain/suppliers/same-mailbox.js';
import type { NewInboundMail } from '../../store/inbound-mails.js';
import { htmlText } from './html-text.js';
import type { ReplyAddresses } from './reply-address.js';

/** Deeper nests of parts than any person makes are not followed. */
const DEEPEST = 20;
const LARGEST_HEADERS = 1024 * 1024;
/** Characters: more than the longest thread of a busy order, and what is left of it is never read by rules. */
const LONGEST_TEXT = 40_000;
const MOST_ADDRESSES = 100;
const MOST_MESSAGE_IDS = 100;

/** Headers that name whom a mail was delivered to, beside To and Cc. */
const DELIVERED_TO = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to'];

/** Reads a raw mail. What cannot be read is kept raw, with nothing known of it: it must not be lost. */
export async function readMime(raw: Buffer, replies: ReplyAddresses): Promise<NewInboundMail> {
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: DEEPEST,
    maxHeadersSize: LARGEST_HEADERS,
    // a mail inside a mail says nothing in its sender's name
    forceRfc822Attachments: true,
  }).catch((): Email => ({ headers: [], attachments: [], headerLines: [] }));
  const headers = headersOf(mail);
  const recipients = DELIVERED_TO.flatMap((name) => [headers[name] ?? []].flat())
    .flatMap((value) => value.split(/[\s<>,;:"]/))
    .filter((word) => /[^@]@[^@]/.test(word))
    .map((address) => address.toLowerCase());
  const addressed = [...new Set(recipients)].slice(0, MOST_ADDRESSES);
  return {
    externalId: messageIdsIn(mail.messageId ?? '')[0] ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`,
    raw,
    sender: mailboxOf(typeof headers.from === 'string' ? headers.from : ''),
    recipients: addressed,
    subject: storable(mail.subject ?? ''),
    dated: [headers.date ?? []].flat()[0] ?? '',
    text: storable(textOf(mail)).slice(0, LONGEST_TEXT),
    headers,
    attachments: mail.attachments.map((one) => ({
      name: one.filename === null ? null : storable(one.filename),
      type: storable(one.mimeType),
      bytes: bytesOf(one).byteLength,
    })),
    answers: addressed.map((address) => replies.read(address)).find((subject) => subject !== null) ?? null,
    answersMessages: [
      ...new Set([...messageIdsIn(mail.inReplyTo ?? ''), ...messageIdsIn(mail.references ?? '').reverse()]),
    ].slice(0, MOST_MESSAGE_IDS),
    returnedMessageId: returnedIn(mail),
  };
}

/** The plain text, or the HTML's words where there is no other. */
const textOf = ({ text, html }: Email): string => (text?.trim() ? text : html === undefined ? '' : htmlText(html));

function headersOf({ headers }: Email): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const { key, value } of headers) {
    const name = storable(key);
    const before = found[name];
    found[name] = before === undefined ? storable(value) : [before, storable(value)].flat();
  }
  return found;
}

/** Message-IDs in their angle brackets. */
const messageIdsIn = (text: string): string[] => text.match(/<[^<>\s]{1,900}>/g) ?? [];

/**
 * The mail that came back for good with a bounce (RFC 3464): it, or its headers, are the last part of the report. Null
 * where it is only late.
 */
function returnedIn({ attachments }: Email): string | null {
  const partsOf = (type: RegExp): string[] =>
    attachments
      .filter(({ mimeType }) => type.test(mimeType))
      .map((part) => new TextDecoder().decode(bytesOf(part)).replace(/\r?\n[ \t]+/g, ' '));
  const reports = partsOf(/^message\/(?:global-)?delivery-status$/i);
  if (!reports.some((report) => /^action:\s*failed\b/im.test(report))) return null;
  const returned = partsOf(/^(?:message\/(?:rfc822|global)|text\/rfc822-headers)$/i);
  return returned.flatMap((text) => messageIdsIn(/^message-id:(.*)$/im.exec(text)?.[1] ?? ''))[0] ?? null;
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return new Uint8Array(content);
}

/** PostgreSQL keeps no NUL in text, nor half a surrogate pair. */
const storable = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
