import { dateIn } from '../domain/kernel/dates.js';
import type { PurchaseOrder, SupplierContact } from '../store/purchase-orders.js';
import { addSupplierMail, type MailAttachment } from '../store/supplier-mails.js';
import type { MailText } from '../wording/mail.js';
import type { ToolContext } from './define-tool.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';
import { type SupplierMailFacts, wordSupplierMail } from './word-supplier-mail.js';

export type QueuedSupplierMail =
  /** On its way out. */
  | { readonly kind: 'queued'; readonly mailId: string }
  /** A person is to look at it first. */
  | { readonly kind: 'drafted'; readonly mailId: string }
  /** They were told this before, or a draft about the order waits. */
  | { readonly kind: 'told_before' }
  | { readonly kind: 'no_address' }
  | { readonly kind: 'mail_not_connected' };

export interface SupplierMailToQueue {
  readonly supplier: SupplierContact;
  /** The order it is about; null for what is about none. Answers then come back to the order's own address. */
  readonly order: Pick<PurchaseOrder, 'poNumber'> | null;
  readonly facts: SupplierMailFacts;
  /** What it is about, each told once: "acknowledgement 1", "date 2026-12-14 -3", "claim 12". */
  readonly occasions: readonly string[];
  /** The words as somebody edited them; those of the template where absent. */
  readonly words?: MailText | undefined;
  readonly attachment?: MailAttachment | undefined;
  /** Why a person is to look at it first; absent: it goes out by itself. */
  readonly waitsFor?: string | undefined;
}

/**
 * Puts a mail to a supplier on its way, in the caller's transaction, or keeps it as a draft. The one way by which anything
 * is written to suppliers: what a mail is about is told once, however often this is called.
 */
export async function queueSupplierMail(
  { supplier, order, facts, occasions, words, attachment, waitsFor }: SupplierMailToQueue,
  context: ToolContext,
): Promise<QueuedSupplierMail> {
  if (!context.mail.connected) return { kind: 'mail_not_connected' };
  if (supplier.email === null) return { kind: 'no_address' };
  const { subject, text, html } =
    words ??
    wordSupplierMail(facts, {
      supplier,
      shopName: context.policy.name,
      todayOn: dateIn(context.policy.zone, context.now),
    });
  const mailId = await addSupplierMail(inTransaction(context), {
    supplierId: supplier.supplierId,
    poNumber: order?.poNumber ?? null,
    kind: facts.kind,
    occasions,
    recipient: supplier.email,
    subject,
    text,
    html,
    attachment,
    waitsFor,
    madeBy: principalId(context.principal),
    at: context.now,
  });
  if (mailId === null) return { kind: 'told_before' };
  return { kind: waitsFor === undefined ? 'queued' : 'drafted', mailId };
}
