import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { findPurchaseOrder, isOver } from '../store/purchase-orders.js';
import { supplierMailsAbout } from '../store/supplier-mails.js';
import { draftByHand } from './chase-by-hand.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { AskedOrder, askedOrder, MailWords } from './supplier-mail-facts.js';

/** Why a supplier cannot be asked about an order. */
export const NO_CHASE = [
  /** All of it has come, or it was cancelled. */
  z.object({ kind: z.literal('order_over') }),
  z.object({ kind: z.literal('under_way') }),
  z.object({ kind: z.literal('no_address') }),
  z.object({ kind: z.literal('mail_not_connected') }),
  z.object({ kind: z.literal('not_found') }),
] as const;

/** What a supplier would be asked about an order now, word for word; of a draft that waits, its words. Sends nothing. */
export const previewSupplierChase = defineTool({
  name: 'preview_supplier_chase',
  effect: 'read',
  audience: STAFF,
  description:
    'Draft what to ask the supplier of a purchase order now: the words, to whom, what is open and who waits. send_supplier_mail sends it.',
  input: z.object({ poNumber: PurchaseOrderNumber }),
  output: z.discriminatedUnion('kind', [
    AskedOrder.extend(MailWords.shape).extend({
      kind: z.literal('ready'),
      /** The draft that waits for a person; null where this is a new one. */
      mailId: z.string().nullable(),
      /** Questions since their last answer, and when the last one went out. */
      unanswered: z.int(),
      lastAskedAt: Instant.nullable(),
    }),
    ...NO_CHASE,
  ]),
  authorize: () => true,
  async run({ poNumber }, context) {
    const { sql, mail } = context;
    const order = await findPurchaseOrder(sql, poNumber);
    if (!order) return { kind: 'not_found' as const };
    const before = await supplierMailsAbout(sql, poNumber);
    if (isOver(order)) return { kind: 'order_over' as const };
    if (before.some(({ state }) => state === 'waiting')) return { kind: 'under_way' as const };
    if (!mail.connected) return { kind: 'mail_not_connected' as const };
    if (order.supplier.email === null) return { kind: 'no_address' as const };
    const draft = before.find(({ state }) => state === 'draft');
    const drafted = draft ?? byHand(order, before, context);
    const unanswered = before.filter(({ state, answeredAt }) => state === 'sent' && answeredAt === null);
    return {
      kind: 'ready' as const,
      ...(await askedOrder(order, context)),
      mailId: draft?.mailId ?? null,
      asks: drafted.kind,
      recipient: order.supplier.email,
      subject: drafted.subject,
      text: drafted.text,
      unanswered: unanswered.length,
      lastAskedAt: unanswered.at(-1)?.settledAt ?? null,
    };
  },
});

function byHand(...asked: Parameters<typeof draftByHand>) {
  const { chase, words } = draftByHand(...asked);
  return { kind: chase.kind, ...words };
}
