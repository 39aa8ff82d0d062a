import { lockPurchaseOrder, type PurchaseOrder } from '../store/purchase-orders.js';
import { findCall, lockCall, type SupplierCall } from '../store/supplier-calls.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** A call and the order it is about, held until the transaction ends: the order first, as whoever writes to its supplier does. */
export async function holdSupplierCall(
  callId: number,
  context: ToolContext,
): Promise<{ readonly call: SupplierCall; readonly order: PurchaseOrder } | null> {
  const tx = inTransaction(context);
  const known = await findCall(tx, callId);
  const order = known && (await lockPurchaseOrder(tx, known.poNumber));
  const call = order && (await lockCall(tx, callId));
  return call && { call, order };
}
