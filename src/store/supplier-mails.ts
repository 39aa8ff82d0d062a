import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { addToOutbox } from './outbox.js';

export const SUPPLIER_MAIL_KINDS = [
  'purchase_order',
  'acknowledgement',
  'date_check',
  'overdue',
  'claim_question',
  'forecast',
] as const;
export type SupplierMailKind = (typeof SUPPLIER_MAIL_KINDS)[number];

/** The kinds that ask for something and want an answer. */
export const QUESTIONS: readonly SupplierMailKind[] = ['acknowledgement', 'date_check', 'overdue', 'claim_question'];

/** A file that goes with a mail. */
export const MailAttachment = z.object({ filename: z.string(), contentType: z.string(), content: z.string() });
export type MailAttachment = z.infer<typeof MailAttachment>;

const MailRow = z.object({
  mailId: z.string(),
  supplierId: SupplierId,
  poNumber: PurchaseOrderNumber.nullable(),
  kind: z.enum(SUPPLIER_MAIL_KINDS),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachment: MailAttachment.nullable(),
  state: z.enum(['draft', 'waiting', 'sent', 'bounced', 'dropped', 'skipped']),
  why: z.string().nullable(),
  madeBy: z.string(),
  madeAt: Instant,
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  messageId: z.string().nullable(),
  settledAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
});
export type SupplierMailRecord = z.infer<typeof MailRow>;

const columns = (sql: SqlOrTx) => sql`
  id as "mailId", supplier_id as "supplierId", po_number as "poNumber", kind, recipient, subject, body as text, html,
  attachment, state, why, made_by as "madeBy", made_at as "madeAt", decided_by as "decidedBy", reason,
  message_id as "messageId", settled_at as "settledAt", answered_at as "answeredAt"`;

export async function findSupplierMail(sql: SqlOrTx, mailId: string): Promise<SupplierMailRecord | null> {
  const [row] = await sql`select ${columns(sql)} from supplier_mails where id = ${mailId}`;
  return row ? MailRow.parse(row) : null;
}

/** The same, held until the transaction ends. */
export async function lockSupplierMail(tx: Tx, mailId: string): Promise<SupplierMailRecord | null> {
  const [row] = await tx`select ${columns(tx)} from supplier_mails where id = ${mailId} for update`;
  return row ? MailRow.parse(row) : null;
}

/** The mails about a purchase order, oldest first. */
export async function supplierMailsAbout(sql: SqlOrTx, poNumber: PurchaseOrderNumber): Promise<SupplierMailRecord[]> {
  const rows = await sql`
    select ${columns(sql)} from supplier_mails where po_number = ${poNumber} order by made_at, id`;
  return rows.map((row) => MailRow.parse(row));
}

const OccasionRow = z.object({ occasion: z.string() });

/** What a mail is about. */
export async function occasionsOf(sql: SqlOrTx, mailId: string): Promise<string[]> {
  const rows = await sql`select occasion from supplier_mail_occasions where mail_id = ${mailId} order by occasion`;
  return rows.map((row) => OccasionRow.parse(row).occasion);
}

/** Whether a supplier, or the supplier of an order, was told or asked something before. */
export async function wasTold(
  sql: SqlOrTx,
  about: SupplierId | PurchaseOrderNumber,
  occasion: string,
): Promise<boolean> {
  const [row] = await sql`
    select from supplier_mail_occasions where about = ${about} and occasion = ${occasion}`;
  return row !== undefined;
}

const IdRow = z.object({ mailId: z.string() });

/** The mail of ours that went out under one of these Message-IDs; of several the first, null for none. */
export async function supplierMailOfMessages(
  sql: SqlOrTx,
  messageIds: readonly string[],
): Promise<SupplierMailRecord | null> {
  const [row] = await sql`
    select ${columns(sql)} from supplier_mails where message_id = any(${[...messageIds]})
    order by array_position(${[...messageIds]}::text[], message_id) limit 1`;
  return row ? MailRow.parse(row) : null;
}

export interface NewSupplierMail {
  readonly supplierId: SupplierId;
  /** Null for what is about no single order. */
  readonly poNumber: PurchaseOrderNumber | null;
  readonly kind: SupplierMailKind;
  /** What it is about, each said once for an order, or for a supplier where there is none: "date 2026-12-14 -3". */
  readonly occasions: readonly string[];
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment?: MailAttachment | undefined;
  readonly madeBy: string;
  readonly at: Instant;
  /** Why a person is to look at it first; absent: it goes out by itself. */
  readonly waitsFor?: string | undefined;
}

/**
 * Keeps a mail to a supplier; what waits for nobody goes into the outbox with it. Null, and nothing is kept, when any of
 * its occasions was told before, or a draft about the order waits already.
 */
export async function addSupplierMail(tx: Tx, mail: NewSupplierMail): Promise<string | null> {
  const about = mail.poNumber ?? mail.supplierId;
  // two that write about one thing come one after the other
  await tx`select pg_advisory_xact_lock(hashtext(${`supplier-mail ${about}`}))`;
  const [told] = await tx`
    select from supplier_mail_occasions where about = ${about} and occasion = any(${[...mail.occasions]})`;
  const [draft] = await tx`select from supplier_mails where po_number = ${mail.poNumber} and state = 'draft'`;
  const isDraft = mail.waitsFor !== undefined;
  if (told || (draft && isDraft)) return null;
  const [row] = await tx`
    insert into supplier_mails
      (id, supplier_id, po_number, kind, recipient, subject, body, html, attachment, state, why, made_by, made_at)
    select 'mail-' || ${about}::text || '-' || (count(*) + 1), ${mail.supplierId}, ${mail.poNumber}, ${mail.kind},
      ${mail.recipient}, ${mail.subject}, ${mail.text}, ${mail.html},
      ${mail.attachment ? tx.json(mail.attachment) : null}, ${isDraft ? 'draft' : 'waiting'}, ${mail.waitsFor ?? null},
      ${mail.madeBy}, ${mail.at}
    from supplier_mails
    where ${mail.poNumber ? tx`po_number = ${mail.poNumber}` : tx`po_number is null and supplier_id = ${mail.supplierId}`}
    returning id as "mailId"`;
  const { mailId } = IdRow.parse(row);
  await tx`
    insert into supplier_mail_occasions (about, occasion, mail_id)
    select ${about}, occasion, ${mailId} from unnest(${[...mail.occasions]}::text[]) as occasion`;
  if (!isDraft) await putOut(tx, mailId, about);
  return mailId;
}

const putOut = (tx: Tx, mailId: string, about: string): Promise<void> =>
  addToOutbox(tx, [
    {
      key: `email:${mailId}`,
      channel: 'email',
      lane: `supplier:${about}`,
      payload: { kind: 'supplier_mail', mailId },
    },
  ]);

/** Sends a draft, with the words somebody gave it. The caller holds a mail that is a draft. */
export async function releaseSupplierMail(
  tx: Tx,
  { mailId, poNumber, supplierId }: Pick<SupplierMailRecord, 'mailId' | 'poNumber' | 'supplierId'>,
  { by, ...words }: { readonly by: string; readonly subject: string; readonly text: string; readonly html: string },
): Promise<void> {
  await tx`
    update supplier_mails set state = 'waiting', decided_by = ${by}, subject = ${words.subject}, body = ${words.text},
      html = ${words.html}
    where id = ${mailId} and state = 'draft'`;
  await putOut(tx, mailId, poNumber ?? supplierId);
}

/** Ends a mail without sending it: a person skipped it, or things changed. Once sent it stays as it is. */
export async function dropSupplierMail(
  tx: Tx,
  mailId: string,
  { by, reason, at }: { readonly by: string | null; readonly reason: string; readonly at: Instant },
): Promise<void> {
  await tx`
    update supplier_mails set state = ${by === null ? 'dropped' : 'skipped'}, decided_by = coalesce(${by}, decided_by),
      reason = ${reason}, settled_at = ${at}
    where id = ${mailId} and state in ('draft', 'waiting')`;
}

/** A mail that the server took came back. False for one that was answered, which shows that it was read. */
export async function bounceSentMail(tx: Tx, mailId: string, at: Instant): Promise<boolean> {
  const bounced = await tx`
    update supplier_mails set state = 'bounced', settled_at = ${at}
    where id = ${mailId} and state = 'sent' and answered_at is null`;
  return bounced.count === 1;
}

/** Keeps what the mail server said to a mail. */
export async function settleSupplierMail(
  tx: Tx,
  mailId: string,
  { state, messageId, at }: { readonly state: 'sent' | 'bounced'; readonly messageId: string; readonly at: Instant },
): Promise<void> {
  await tx`
    update supplier_mails set state = ${state}, message_id = ${messageId}, settled_at = ${at}
    where id = ${mailId} and state = 'waiting'`;
}
