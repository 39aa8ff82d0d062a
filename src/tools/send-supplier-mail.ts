import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { isOver, lockPurchaseOrder } from '../store/purchase-orders.js';
import {
  lockSupplierMail,
  releaseSupplierMail,
  type SupplierMailRecord,
  supplierMailsAbout,
} from '../store/supplier-mails.js';
import { type MailText, mailFromText } from '../wording/mail.js';
import { draftByHand } from './chase-by-hand.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { NO_CHASE } from './preview-supplier-chase.js';
import { principalId, STAFF } from './principal.js';
import { queueSupplierMail } from './queue-supplier-mail.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { LONGEST_SUPPLIER_MAIL } from './supplier-mail-facts.js';
import { inTransaction } from './transaction.js';

/**
 * Sends a supplier what somebody of the team saw, and may have edited: a draft that waits, or a new question. Whoever comes
 * second to a draft is told what became of it.
 */
export const sendSupplierMail = defineTool({
  name: 'send_supplier_mail',
  effect: 'record',
  audience: STAFF,
  description:
    'Send the supplier of a purchase order the mail that preview_supplier_chase showed, edited or as it was.',
  input: z.object({
    poNumber: PurchaseOrderNumber,
    /** The draft that was shown; null for a new question. */
    mailId: z.string().nullable(),
    /** The words as they are to go; those of the draft where absent. */
    text: z.string().trim().min(1).max(LONGEST_SUPPLIER_MAIL).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), mailId: z.string(), recipient: z.string(), supplierName: z.string() }),
    /** The draft was sent, skipped or dropped before. */
    z.object({
      kind: z.literal('over'),
      state: z.enum(['waiting', 'sent', 'bounced', 'dropped', 'skipped']),
      decidedBy: z.string().nullable(),
    }),
    ...NO_CHASE,
  ]),
  authorize: () => true,
  async run({ poNumber, mailId, text }, context) {
    const tx = inTransaction(context);
    const order = await lockPurchaseOrder(tx, poNumber);
    if (!order) return { kind: 'not_found' as const };
    const { supplier } = order;
    if (mailId !== null) {
      const draft = await lockSupplierMail(tx, mailId);
      if (draft?.poNumber !== poNumber) return { kind: 'not_found' as const };
      return sendDraft(draft, text, supplier.supplierName, context);
    }
    if (isOver(order)) return { kind: 'order_over' as const };
    const before = await supplierMailsAbout(tx, poNumber);
    if (before.some(({ state }) => state === 'waiting' || state === 'draft')) return { kind: 'under_way' as const };
    const { chase, facts, words } = draftByHand(order, before, context);
    const queued = await queueSupplierMail(
      { supplier, order, facts, occasions: [chase.occasion], words: edited(words, text) },
      context,
    );
    if (queued.kind === 'told_before' || queued.kind === 'drafted') return { kind: 'under_way' as const };
    if (queued.kind !== 'queued') return queued;
    const { supplierName, email } = supplier;
    return { kind: 'queued' as const, mailId: queued.mailId, recipient: email ?? '', supplierName };
  },
});

async function sendDraft(
  draft: SupplierMailRecord,
  text: string | undefined,
  supplierName: string,
  context: ToolContext,
) {
  const { mailId, state, decidedBy, recipient } = draft;
  if (state !== 'draft') return { kind: 'over' as const, state, decidedBy };
  if (!context.mail.connected) return { kind: 'mail_not_connected' as const };
  const by = principalId(context.principal);
  await releaseSupplierMail(inTransaction(context), draft, { by, ...edited(draft, text) });
  await showSupplierMail(mailId, context);
  return { kind: 'queued' as const, mailId, recipient, supplierName };
}

/** The words of the template in both parts, unless somebody changed them. */
const edited = ({ subject, text: drafted, html }: MailText, text: string | undefined): MailText =>
  text === undefined || text.trim() === drafted.trim() ? { subject, text: drafted, html } : mailFromText(subject, text);
