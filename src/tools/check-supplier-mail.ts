import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { isOver, type PurchaseOrder } from '../store/purchase-orders.js';
import {
  dropSupplierMail,
  MailAttachment,
  occasionsOf,
  type SupplierMailRecord,
  supplierMailsAbout,
} from '../store/supplier-mails.js';
import { defineTool } from './define-tool.js';
import { holdSupplierMail } from './hold-supplier-mail.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { inTransaction } from './transaction.js';

/** Why a mail does not go after all, in words that stand on its card. */
const DROPPED_BECAUSE = {
  order_over: 'the order is over',
  acknowledged: 'they confirmed the order meanwhile',
  dates_moved: 'the date it asks about is not theirs any more, or the goods have come',
} as const;
type Because = keyof typeof DROPPED_BECAUSE;

/** Looks at a mail to a supplier once more as it goes: what was answered or came in meanwhile is not asked about. */
export const checkSupplierMail = defineTool({
  name: 'check_supplier_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Check, at the moment of sending, that a mail to a supplier still asks what is open.',
  input: z.object({ mailId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('send'),
      poNumber: PurchaseOrderNumber.nullable(),
      recipient: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      attachment: MailAttachment.nullable(),
      /** Our mails about the order before this one, oldest first. */
      earlierMessageIds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('dropped'), because: z.enum(['order_over', 'acknowledged', 'dates_moved']) }),
    /** It went out, or was dropped, before. */
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ mailId }, context) {
    const tx = inTransaction(context);
    const held = await holdSupplierMail(mailId, context);
    if (held?.mail.state !== 'waiting') return { kind: 'over' as const };
    const { mail, order } = held;
    const because = order && whyNot(mail, order, await occasionsOf(tx, mailId));
    if (because) {
      const reason = DROPPED_BECAUSE[because];
      await dropSupplierMail(tx, mailId, { by: null, reason, at: context.now });
      if (mail.why !== null) await showSupplierMail(mailId, context);
      return { kind: 'dropped' as const, because };
    }
    const { poNumber, recipient, subject, text, html, attachment } = mail;
    const before = poNumber === null ? [] : await supplierMailsAbout(tx, poNumber);
    return {
      kind: 'send' as const,
      poNumber,
      recipient,
      subject,
      text,
      html,
      attachment,
      earlierMessageIds: before.flatMap(({ messageId }) => messageId ?? []),
    };
  },
});

const DATE = /^date (\S+) /;

function whyNot(
  { kind, decidedBy }: SupplierMailRecord,
  { state, acknowledgedOn, lines }: PurchaseOrder,
  occasions: readonly string[],
): Because | null {
  if (kind === 'purchase_order') return state === 'cancelled' ? 'order_over' : null;
  if (isOver({ state, lines })) return 'order_over';
  // what a person worded and sent is theirs to judge
  if (decidedBy !== null) return null;
  if (kind === 'acknowledgement') return acknowledgedOn === null ? null : 'acknowledged';
  if (kind !== 'date_check' && kind !== 'overdue') return null;
  const asked = new Set(occasions.flatMap((occasion) => DATE.exec(occasion)?.[1] ?? []));
  if (asked.size === 0) return null;
  const isOpen = lines.some(({ openQuantity, promisedOn }) => openQuantity > 0 && asked.has(promisedOn ?? ''));
  return isOpen ? null : 'dates_moved';
}
