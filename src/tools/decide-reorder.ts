import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { isAtLeast } from '../domain/suppliers/order-authority.js';
import { decideReorder as decide, findReorder, lockReordersOf } from '../store/reorders.js';
import { defineTool } from './define-tool.js';
import { placePurchaseOrder } from './place-purchase-order.js';
import { isStaff, principalId, STAFF } from './principal.js';
import { NO_REORDER, reorderSituation } from './reorder-situation.js';
import { showReorder } from './show-reorder.js';
import { inTransaction } from './transaction.js';

const Reason = z.string().trim().min(1).max(500);

/**
 * Answers a request to order goods: as asked, with another number of units, or not. It is looked at anew, so that what has
 * come meanwhile is not ordered twice. Nobody answers their own request; of two who answer at once the second is told what
 * the first decided.
 */
export const decideReorder = defineTool({
  name: 'decide_reorder',
  effect: 'record',
  audience: STAFF,
  description: 'Approve, change or decline what a colleague wants ordered.',
  input: z.object({
    reorderId: z.int(),
    decision: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('approve') }),
      z.object({ kind: z.literal('change'), units: z.int().min(1).max(1_000_000), reason: Reason }),
      z.object({ kind: z.literal('decline'), reason: Reason }),
    ]),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ordered'),
      poNumber: PurchaseOrderNumber,
      units: z.int(),
      cost: Money,
      supplierName: z.string(),
    }),
    z.object({ kind: z.literal('declined') }),
    z.object({
      kind: z.literal('over'),
      state: z.enum(['ordered', 'declined', 'expired']),
      decidedBy: z.string().nullable(),
    }),
    z.object({ kind: z.literal('own_request') }),
    z.object({ kind: z.literal('above_authority'), by: z.enum(['rep', 'lead', 'manager']) }),
    z.object({ kind: z.literal('facts_moved') }),
    ...NO_REORDER,
  ]),
  authorize: () => true,
  async run({ reorderId, decision }, context) {
    const { now, principal } = context;
    const tx = inTransaction(context);
    const known = await findReorder(tx, reorderId);
    if (!known) return { kind: 'not_found' as const };
    await lockReordersOf(tx, known.sku);
    const request = (await findReorder(tx, reorderId)) ?? known;
    if (request.state !== 'waiting')
      return { kind: 'over' as const, state: request.state, decidedBy: request.decidedBy };
    // the sweep ends it; until then it is over all the same
    if (request.expiresAt <= now) return { kind: 'over' as const, state: 'expired' as const, decidedBy: null };
    const by = principalId(principal);
    if (by === request.requestedBy) return { kind: 'own_request' as const };
    const rank = isStaff(principal) ? principal.kind : 'rep';
    const least = request.authority ?? 'rep';
    if (!isAtLeast(rank, least)) return { kind: 'above_authority' as const, by: least };
    if (decision.kind === 'decline') {
      await decide(tx, reorderId, { state: 'declined', by, at: now, reason: decision.reason });
      await showReorder(reorderId, context);
      return { kind: 'declined' as const };
    }
    const units = decision.kind === 'change' ? decision.units : request.quantity;
    const situation = await reorderSituation(request.sku, units, context);
    if (situation.kind !== 'ready') return situation;
    const { facts, authority } = situation;
    if (facts.supplierId !== request.supplierId) return { kind: 'facts_moved' as const };
    if (!isAtLeast(rank, authority)) return { kind: 'above_authority' as const, by: authority };
    const poNumber = await placePurchaseOrder(facts, context);
    const reason = decision.kind === 'change' ? decision.reason : null;
    await decide(tx, reorderId, { state: 'ordered', by, at: now, reason, quantity: units, poNumber });
    await showReorder(reorderId, context);
    return { kind: 'ordered' as const, poNumber, units, cost: facts.cost, supplierName: facts.supplierName };
  },
});
