import { z } from 'zod';
import { findPurchaseOrder } from '../store/purchase-orders.js';
import { findSupplierMail } from '../store/supplier-mails.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { AskedOrder, askedOrder, MailWords } from './supplier-mail-facts.js';

/** A mail about a purchase order as it stands, with what is open of the order and who waits for it. */
export const getSupplierMail = defineTool({
  name: 'get_supplier_mail',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Show a mail to a supplier about a purchase order: its words, its state, who decided about it and why.',
  input: z.object({ mailId: z.string() }),
  output: z.discriminatedUnion('kind', [
    AskedOrder.extend(MailWords.shape).extend({
      kind: z.literal('found'),
      mailId: z.string(),
      state: z.enum(['draft', 'waiting', 'sent', 'bounced', 'dropped', 'skipped']),
      /** Why a person is to look at it; null for what went out by itself. */
      why: z.string().nullable(),
      decidedBy: z.string().nullable(),
      reason: z.string().nullable(),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ mailId }, context) {
    const mail = await findSupplierMail(context.sql, mailId);
    const order = mail?.poNumber ? await findPurchaseOrder(context.sql, mail.poNumber) : null;
    if (!mail || !order) return { kind: 'not_found' as const };
    const { kind, recipient, subject, text, state, why, decidedBy, reason } = mail;
    return {
      kind: 'found' as const,
      ...(await askedOrder(order, context)),
      mailId,
      asks: kind,
      recipient,
      subject,
      text,
      state,
      why,
      decidedBy,
      reason,
    };
  },
});
