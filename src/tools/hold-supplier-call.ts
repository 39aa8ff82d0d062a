import { z } from 'zod';
import { lockPurchaseOrder, type PurchaseOrder } from '../store/purchase-orders.js';
import { findCall, lockCall } from '../store/supplier-calls.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Why nothing can be done about a call any more. */
export const CALL_OVER = [
  z.object({ kind: z.literal('over'), closedBy: z.string().nullable() }),
  z.object({ kind: z.literal('not_found') }),
] as const;

/** Holds an open call and the order it is about until the transaction ends: the order first, as whoever writes to its supplier does. */
export async function holdSupplierCall(
  callId: number,
  context: ToolContext,
): Promise<{ readonly kind: 'held'; readonly order: PurchaseOrder } | z.infer<(typeof CALL_OVER)[number]>> {
  const tx = inTransaction(context);
  const known = await findCall(tx, callId);
  const order = known && (await lockPurchaseOrder(tx, known.poNumber));
  const call = order && (await lockCall(tx, callId));
  if (!call) return { kind: 'not_found' };
  return call.state === 'done' ? { kind: 'over', closedBy: call.closedBy } : { kind: 'held', order };
}
