import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { headerOf } from '../language/supplier-mail/automatic-mail.js';
import { dayWritten } from '../language/supplier-mail/day-written.js';
import { type MailReading, readSupplierMail, type SupplierMail } from '../language/supplier-mail/read-supplier-mail.js';
import type { InboundMail } from '../store/inbound-mails.js';
import type { PurchaseOrder } from '../store/purchase-orders.js';
import type { ToolContext } from './define-tool.js';

/** A stored mail held against its order, as the reader of suppliers' mails wants both. */
export interface SupplierAnswerReading {
  readonly mail: SupplierMail & { readonly sentOn: LocalDate };
  readonly order: { readonly number: string; readonly lines: readonly AskedLine[] };
  readonly reading: MailReading;
}

interface AskedLine {
  readonly line: number;
  readonly sku: string;
  readonly description: string;
  readonly ordered: number;
  readonly promised: LocalDate | null;
}

/** What rules read in a stored mail of the order that it answers. */
export function supplierAnswerReading(
  stored: InboundMail,
  { poNumber, lines }: PurchaseOrder,
  context: ToolContext,
): SupplierAnswerReading {
  const { headers, subject, text } = stored;
  const mail = { from: headerOf(headers, 'from'), subject, sentOn: sentDay(stored, context), text, headers };
  const asked = lines.map(({ lineNumber, sku, title, quantity, promisedOn }) => ({
    ...{ line: lineNumber, sku, description: title, ordered: quantity, promised: promisedOn },
  }));
  const order = { number: poNumber, lines: asked };
  return { mail, order, reading: readSupplierMail(mail, order) };
}

export const arrivedOn = ({ receivedAt }: InboundMail, { policy }: ToolContext): LocalDate =>
  dateIn(policy.zone, receivedAt);

/** The day on which its sender wrote it, by the sender's own clock; of a mail without a date, the day it came. */
export const sentDay = (mail: InboundMail, context: ToolContext): LocalDate =>
  LocalDate.parse(dayWritten(mail.dated) ?? arrivedOn(mail, context));
