import { dateIn } from '../domain/kernel/dates.js';
import { bounceSentWay } from '../store/customer-message-ways.js';
import { findNotice, noticesInMail } from '../store/delay-notices.js';
import { noticeOfMessages } from '../store/mail-threads.js';
import { dropSupplierQuestion, lockPurchaseOrder } from '../store/purchase-orders.js';
import { unopenOrder } from '../store/reorders.js';
import { bounceSentMail, QUESTIONS, type SupplierMailRecord, supplierMailOfMessages } from '../store/supplier-mails.js';
import { bounceNotice } from './bounce-notice.js';
import type { ToolContext } from './define-tool.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { inTransaction } from './transaction.js';

/** What of ours a returned mail was. */
export const RETURNED = ['delay_notice', 'supplier_mail', 'customer_message'] as const;

/** A mail of ours came back for good: it counts as not told from now on. What it was; null for what we do not know. */
export async function takeReturnedMail(
  messageId: string,
  context: ToolContext,
): Promise<(typeof RETURNED)[number] | null> {
  const tx = inTransaction(context);
  const noticeId = await noticeOfMessages(tx, [messageId]);
  const notice = noticeId ? await findNotice(tx, noticeId) : null;
  if (notice) {
    for (const one of await noticesInMail(tx, notice.mailId)) await bounceNotice(one.noticeId, context);
    return 'delay_notice';
  }
  const mail = await supplierMailOfMessages(tx, [messageId]);
  if (mail) {
    await takeReturnedSupplierMail(mail, context);
    return 'supplier_mail';
  }
  return (await bounceSentWay(tx, messageId, context.now)) ? 'customer_message' : null;
}

/** Nobody read it: the question was not asked, the order not placed, and the next look has somebody call. */
async function takeReturnedSupplierMail(
  { mailId, poNumber, kind, why, settledAt }: SupplierMailRecord,
  context: ToolContext,
): Promise<void> {
  const tx = inTransaction(context);
  if (poNumber) await lockPurchaseOrder(tx, poNumber);
  if (!(await bounceSentMail(tx, mailId, context.now))) return;
  if (why !== null) await showSupplierMail(mailId, context);
  if (!poNumber) return;
  if (kind === 'purchase_order') await unopenOrder(tx, poNumber);
  if (QUESTIONS.includes(kind) && settledAt)
    await dropSupplierQuestion(tx, poNumber, dateIn(context.policy.zone, settledAt));
}
