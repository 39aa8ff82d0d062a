import { z } from 'zod';
import { dateIn } from '../domain/kernel/dates.js';
import { addSupplierQuestion } from '../store/purchase-orders.js';
import { openPlacedOrder } from '../store/reorders.js';
import { QUESTIONS, settleSupplierMail as settle } from '../store/supplier-mails.js';
import { defineTool } from './define-tool.js';
import { holdSupplierMail } from './hold-supplier-mail.js';
import { MailResult, Settled, stateAfter } from './mail-outcome.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { inTransaction } from './transaction.js';

/** Keeps what the mail server said to a mail to a supplier; a question that went out counts in their record from now on. */
export const settleSupplierMail = defineTool({
  name: 'settle_supplier_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Record that a mail to a supplier was accepted for delivery, or refused.',
  input: z.object({ mailId: z.string(), result: MailResult, messageId: z.string() }),
  output: Settled,
  authorize: () => true,
  async run({ mailId, result, messageId }, context) {
    const tx = inTransaction(context);
    const mail = (await holdSupplierMail(mailId, context))?.mail;
    if (mail?.state !== 'waiting') return { kind: 'over' as const };
    const state = stateAfter(result);
    await settle(tx, mailId, { state, messageId, at: context.now });
    if (mail.why !== null) await showSupplierMail(mailId, context);
    if (state === 'sent' && mail.poNumber && QUESTIONS.includes(mail.kind))
      await addSupplierQuestion(tx, mail.poNumber, dateIn(context.policy.zone, context.now));
    // a supplier who has the order is going to deliver
    if (state === 'sent' && mail.poNumber && mail.kind === 'purchase_order') await openPlacedOrder(tx, mail.poNumber);
    return { kind: 'settled' as const };
  },
});
