import { addBusinessDays } from '../domain/kernel/business-calendar.js';
import type { LocalDate } from '../domain/kernel/dates.js';
import type { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { findPurchaseOrder, type PurchaseOrder } from '../store/purchase-orders.js';
import { writePurchaseOrder } from '../store/reorders.js';
import type { ToolContext } from './define-tool.js';
import { type QueuedSupplierMail, queueSupplierMail } from './queue-supplier-mail.js';
import { type ReorderFacts, todayOf } from './reorder-situation.js';
import { shopCalendar } from './shop-calendar.js';
import { inTransaction } from './transaction.js';
import { purchaseOrderFacts } from './word-supplier-mail.js';

/**
 * Writes a purchase order and mails it to its supplier, in the caller's transaction. It counts as supply once the mail is
 * out (settle_supplier_mail), and its confirmation is asked for by the schedule.
 */
export async function placePurchaseOrder(
  { supplierId, locationId, sku, units, unitCost }: ReorderFacts,
  context: ToolContext,
): Promise<PurchaseOrderNumber> {
  const { rules } = context;
  const tx = inTransaction(context);
  const orderedOn = todayOf(context);
  const poNumber = await writePurchaseOrder(
    tx,
    { supplierId, locationId, orderedOn, lines: [{ sku, quantity: units, unitCostCents: unitCost.cents }] },
    rules.suppliers.ordering.numbers,
  );
  const order = await findPurchaseOrder(tx, poNumber);
  if (!order) throw new Error(`${poNumber} vanished in the transaction that wrote it`);
  const queued = await mailPurchaseOrder(order, 'purchase order', context);
  if (queued.kind !== 'queued') throw new Error(`The mail of ${poNumber} was not put in: ${queued.kind}`);
  return poNumber;
}

/** The day by which a supplier is to confirm an order that is mailed today. */
export const confirmBy = (context: ToolContext): LocalDate =>
  addBusinessDays(shopCalendar(context.policy), todayOf(context), context.rules.suppliers.acknowledgement.afterDays);

/** Mails a purchase order to its supplier, who is to confirm it in time from today. `occasion`: which of its mails it is. */
export function mailPurchaseOrder(
  order: PurchaseOrder,
  occasion: string,
  context: ToolContext,
): Promise<QueuedSupplierMail> {
  const facts = purchaseOrderFacts(order, { answerBy: confirmBy(context), currency: context.policy.currency });
  return queueSupplierMail({ supplier: order.supplier, order, facts, occasions: [occasion] }, context);
}
