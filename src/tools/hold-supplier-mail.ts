import { lockPurchaseOrder, type PurchaseOrder } from '../store/purchase-orders.js';
import { findSupplierMail, lockSupplierMail, type SupplierMailRecord } from '../store/supplier-mails.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/**
 * A mail to a supplier and the order it is about, if it is about one, held until the transaction ends: the order first, as
 * whoever writes to its supplier does.
 */
export async function holdSupplierMail(
  mailId: string,
  context: ToolContext,
): Promise<{ readonly mail: SupplierMailRecord; readonly order: PurchaseOrder | null } | null> {
  const tx = inTransaction(context);
  const known = await findSupplierMail(tx, mailId);
  const order = known?.poNumber ? await lockPurchaseOrder(tx, known.poNumber) : null;
  const mail = known && (await lockSupplierMail(tx, mailId));
  return mail && { mail, order };
}
