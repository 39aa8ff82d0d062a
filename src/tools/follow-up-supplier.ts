import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import type { SupplierPolicy } from '../knowledge/supplier-policy.js';
import { lockPurchaseOrder } from '../store/purchase-orders.js';
import { defineTool } from './define-tool.js';
import { chaseFacts, type DueChase, dueChases } from './due-chases.js';
import { queueSupplierMail } from './queue-supplier-mail.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { inTransaction } from './transaction.js';

/**
 * Asks the supplier of an order what is due by the schedule: the mail goes out by itself, or waits for a person where the
 * policy says so. It looks anew under the order's lock, so that of two that come at once one asks.
 */
export const followUpSupplier = defineTool({
  name: 'follow_up_supplier',
  effect: 'record',
  audience: ['system'],
  description: 'Ask the supplier of a purchase order what is due by the schedule, or draft it for a person.',
  input: z.object({ poNumber: PurchaseOrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), mailId: z.string() }),
    z.object({ kind: z.literal('drafted'), mailId: z.string() }),
    z.object({ kind: z.literal('not_due') }),
    z.object({ kind: z.literal('told_before') }),
    z.object({ kind: z.literal('no_address') }),
    z.object({ kind: z.literal('mail_not_connected') }),
  ]),
  authorize: () => true,
  async run({ poNumber }, context) {
    const order = await lockPurchaseOrder(inTransaction(context), poNumber);
    const [due] = order ? await dueChases([order], context) : [];
    if (!order || !due) return { kind: 'not_due' as const };
    const facts = chaseFacts(order, due.chase);
    const waitsFor = whyAPerson(due, context.rules.suppliers);
    const { supplier } = order;
    const occasions = [due.chase.occasion];
    const queued = await queueSupplierMail({ supplier, order, facts, occasions, waitsFor }, context);
    if (queued.kind === 'drafted') await showSupplierMail(queued.mailId, context);
    return queued;
  },
});

/** Why the mail waits for a person, in words for its card; undefined where it goes by itself. */
function whyAPerson({ chase, isHighRisk }: DueChase, { letOutBy }: SupplierPolicy): string | undefined {
  const by = letOutBy[chase.kind];
  if (by === 'nobody' || (by === 'person_at_high_risk' && !isHighRisk)) return undefined;
  if (isHighRisk) return 'much hangs on this order';
  return chase.kind === 'overdue' ? 'the date has passed' : 'a person looks at these first';
}
