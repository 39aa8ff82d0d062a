import { z } from 'zod';
import { dropSupplierMail } from '../store/supplier-mails.js';
import { defineTool } from './define-tool.js';
import { holdSupplierMail } from './hold-supplier-mail.js';
import { principalId, STAFF } from './principal.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { inTransaction } from './transaction.js';

/** Leaves a drafted mail to a supplier unsent, with a reason. The next question by the schedule comes all the same. */
export const skipSupplierMail = defineTool({
  name: 'skip_supplier_mail',
  effect: 'record',
  audience: STAFF,
  description: 'Do not send a drafted mail to a supplier, with a reason.',
  input: z.object({ mailId: z.string(), reason: z.string().trim().min(1).max(500) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('skipped') }),
    z.object({
      kind: z.literal('over'),
      state: z.enum(['waiting', 'sent', 'bounced', 'dropped', 'skipped']),
      decidedBy: z.string().nullable(),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ mailId, reason }, context) {
    const tx = inTransaction(context);
    const mail = (await holdSupplierMail(mailId, context))?.mail;
    if (!mail) return { kind: 'not_found' as const };
    const { state, decidedBy } = mail;
    if (state !== 'draft') return { kind: 'over' as const, state, decidedBy };
    await dropSupplierMail(tx, mailId, { by: principalId(context.principal), reason, at: context.now });
    await showSupplierMail(mailId, context);
    return { kind: 'skipped' as const };
  },
});
