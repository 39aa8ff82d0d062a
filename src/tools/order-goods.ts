import { z } from 'zod';
import { addToInstant } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber, Sku, SupplierId } from '../domain/kernel/ids.js';
import { isAtLeast } from '../domain/suppliers/order-authority.js';
import { addOrderedReorder, addReorderRequest, lockReordersOf, waitingReorder } from '../store/reorders.js';
import { defineTool } from './define-tool.js';
import { placePurchaseOrder } from './place-purchase-order.js';
import { isStaff, principalId, STAFF } from './principal.js';
import { NO_REORDER, ReorderFacts, ReorderRequest, reorderRequest, reorderSituation } from './reorder-situation.js';
import { showReorder } from './show-reorder.js';
import { inTransaction } from './transaction.js';

/**
 * Orders an item that is running out, from the supplier that was shown: within one's limit the purchase order is written
 * and mailed at once, above it those who may are asked. One request for an item waits at a time.
 */
export const orderGoods = defineTool({
  name: 'order_goods',
  effect: 'record',
  audience: STAFF,
  description:
    'Order units of an item as preview_reorder showed it, or ask those who may where it is above one’s limit.',
  input: z.object({ sku: Sku, units: z.int().min(1).max(1_000_000), supplierId: SupplierId }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ordered'), poNumber: PurchaseOrderNumber, facts: ReorderFacts }),
    ReorderRequest.extend({ kind: z.literal('requested') }),
    ReorderRequest.extend({ kind: z.literal('waits_already') }),
    /** Another supplier is proposed by now. */
    z.object({ kind: z.literal('facts_moved') }),
    ...NO_REORDER,
  ]),
  authorize: () => true,
  async run({ sku, units, supplierId }, context) {
    const { now, principal, rules } = context;
    const tx = inTransaction(context);
    await lockReordersOf(tx, sku);
    const waiting = await waitingReorder(tx, sku);
    if (waiting) return { kind: 'waits_already' as const, ...reorderRequest(waiting) };
    const situation = await reorderSituation(sku, units, context);
    if (situation.kind !== 'ready') return situation;
    const { facts, authority } = situation;
    if (facts.supplierId !== supplierId) return { kind: 'facts_moved' as const };
    const mayAlone = isStaff(principal) && isAtLeast(principal.kind, authority);
    const reorder = {
      sku,
      supplierId,
      locationId: facts.locationId,
      quantity: units,
      unitCostCents: facts.unitCost.cents,
      currency: facts.unitCost.currency,
      shown: facts,
      authority: mayAlone ? null : authority,
      requestedBy: principalId(principal),
      at: now,
      expiresAt: addToInstant(now, { hours: rules.suppliers.ordering.approvalHours }),
    };
    if (mayAlone) {
      const poNumber = await placePurchaseOrder(facts, context);
      await addOrderedReorder(tx, reorder, poNumber);
      return { kind: 'ordered' as const, poNumber, facts };
    }
    const request = await addReorderRequest(tx, reorder);
    await showReorder(request.reorderId, context);
    return { kind: 'requested' as const, ...reorderRequest(request) };
  },
});
