import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { enqueue } from '../store/jobs/enqueue.js';
import { findPurchaseOrder } from '../store/purchase-orders.js';
import type { SupplierCall } from '../store/supplier-calls.js';
import { supplierMailsAbout } from '../store/supplier-mails.js';
import type { ToolContext } from './define-tool.js';
import { SecondSource, secondSources } from './second-sources.js';
import { AskedOrder, askedOrder } from './supplier-mail-facts.js';
import { inTransaction } from './transaction.js';

/** A call that somebody must make, with all they need for it. */
export const SupplierCallFacts = AskedOrder.extend({
  callId: z.int(),
  because: z.enum(['silence', 'bounced']),
  /** Questions since their last answer, and when the first of them went out. */
  unanswered: z.int(),
  silentSince: Instant.nullable(),
  owner: z.enum(['rep', 'lead', 'manager']),
  takenBy: z.string().nullable(),
  dueAt: Instant,
  state: z.enum(['open', 'done']),
  closedBy: z.string().nullable(),
  outcome: z.string().nullable(),
  /** The order itself has not reached them: which address refused it, and which is on file now. */
  unsent: z.object({ refusedAt: z.string(), onFile: z.string().nullable() }).nullable(),
  /** Of each item that is still to come, who else has delivered it. */
  secondSources: z.array(SecondSource),
});
export type SupplierCallFacts = z.infer<typeof SupplierCallFacts>;

export async function supplierCallFacts(call: SupplierCall, context: ToolContext): Promise<SupplierCallFacts | null> {
  const order = await findPurchaseOrder(context.sql, call.poNumber);
  if (!order) return null;
  const { callId, because, owner, takenBy, dueAt, state, closedBy, outcome, poNumber, supplierId } = call;
  const asked = await askedOrder(order, context);
  const mails = await supplierMailsAbout(context.sql, poNumber);
  const silent = mails.filter((mail) => mail.state === 'sent' && mail.answeredAt === null);
  const refused = mails.findLast((mail) => mail.kind === 'purchase_order' && mail.state === 'bounced');
  return {
    ...asked,
    callId,
    because,
    unanswered: silent.length,
    silentSince: silent[0]?.settledAt ?? null,
    owner,
    takenBy,
    dueAt,
    state,
    closedBy,
    outcome,
    unsent: order.state === 'placed' && refused ? { refusedAt: refused.recipient, onFile: order.supplier.email } : null,
    secondSources: await secondSources(asked.openLines, supplierId, context),
  };
}

/** Has a call's card in Slack brought up to date, with the change that made it so. */
export const showSupplierCall = (callId: number, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'supplier-call-card', { callId });
