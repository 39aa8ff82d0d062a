import { lockPurchaseOrder, type PurchaseOrder } from '../store/purchase-orders.js';
import { findSupplierClaim, lockSupplierClaim, type SupplierClaim } from '../store/supplier-claims.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** A claim and the order it is about, held until the transaction ends: the order first, as whoever writes to its supplier does. */
export async function holdSupplierClaim(
  claimId: number,
  context: ToolContext,
): Promise<{ readonly claim: SupplierClaim; readonly order: PurchaseOrder } | null> {
  const tx = inTransaction(context);
  const known = await findSupplierClaim(tx, claimId);
  const order = known && (await lockPurchaseOrder(tx, known.poNumber));
  const claim = order && (await lockSupplierClaim(tx, claimId));
  return claim && { claim, order };
}
