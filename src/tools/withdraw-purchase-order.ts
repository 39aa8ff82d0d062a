import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { withdrawPlacedOrder } from '../store/reorders.js';
import { closeCall } from '../store/supplier-calls.js';
import { defineTool } from './define-tool.js';
import { CALL_OVER, holdSupplierCall } from './hold-supplier-call.js';
import { principalId, STAFF } from './principal.js';
import { showSupplierCall } from './supplier-call-facts.js';
import { inTransaction } from './transaction.js';

/**
 * Takes back a purchase order that never reached its supplier, with a reason: its item may be ordered anew, elsewhere too.
 * One that a supplier has is cancelled with them, not here.
 */
export const withdrawPurchaseOrder = defineTool({
  name: 'withdraw_purchase_order',
  effect: 'record',
  audience: STAFF,
  description: 'Take back a purchase order whose mail was refused, so that the item can be ordered anew.',
  input: z.object({ callId: z.int(), reason: z.string().trim().min(1).max(300) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('withdrawn'), poNumber: PurchaseOrderNumber }),
    /** The supplier has the order, or it was withdrawn. */
    z.object({ kind: z.literal('not_unsent') }),
    ...CALL_OVER,
  ]),
  authorize: () => true,
  async run({ callId, reason }, context) {
    const held = await holdSupplierCall(callId, context);
    if (held.kind !== 'held') return held;
    const { order } = held;
    if (order.state !== 'placed') return { kind: 'not_unsent' as const };
    const tx = inTransaction(context);
    await withdrawPlacedOrder(tx, order.poNumber);
    const by = principalId(context.principal);
    await closeCall(tx, callId, { by, outcome: `Order withdrawn: ${reason}`, at: context.now });
    await showSupplierCall(callId, context);
    return { kind: 'withdrawn' as const, poNumber: order.poNumber };
  },
});
