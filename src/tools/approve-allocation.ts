import { z } from 'zod';
import { explainPlaces } from '../domain/allocation/explain-place.js';
import { Sku } from '../domain/kernel/ids.js';
import { type LineState, nextState } from '../domain/orders/line-state.js';
import { lockAllocation, writeAllocation } from '../store/allocations.js';
import { planAllocation } from './allocation-plan.js';
import { defineTool } from './define-tool.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * Gives the units that a preview showed to the lines it named, all of them or none: the plan is made again while orders
 * and stock are held, and carried out only if it is still the one that was approved. So two who approve at once
 * allocate once. Bulk work under one audit row.
 */
export const approveAllocation = defineTool({
  name: 'approve_allocation',
  effect: 'record',
  audience: ['manager'],
  description: 'Carry out the allocation that preview_allocation showed, named by its planId and the same units.',
  input: z.object({ sku: Sku, units: z.int().min(1).max(1_000_000).optional(), planId: z.string().min(1) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('allocated'), sku: Sku, units: z.int(), orderLines: z.int() }),
    /** Something moved since the preview, or it was done already: look again. */
    z.object({ kind: z.literal('plan_changed'), sku: Sku }),
  ]),
  authorize: () => true,
  async run({ sku, units, planId }, context) {
    const tx = inTransaction(context);
    const held = await lockAllocation(tx, sku);
    const plan = await planAllocation(sku, { limit: units ?? 1_000_000, supposing: false }, context);
    const places = explainPlaces(plan.inOrder, context.rules.allocation, plan.units);
    const lines = new Map(plan.inOrder.map((line, index) => [line.orderLineId, { line, place: places[index] }]));
    const shares = plan.shares.flatMap((share) => {
      const { line, place } = lines.get(share.orderLineId) ?? {};
      return line && place && held.has(line.orderNumber) ? [{ ...share, line, place }] : [];
    });
    if (plan.planId !== planId || shares.length === 0 || shares.length < plan.shares.length)
      return { kind: 'plan_changed' as const, sku };
    await writeAllocation(tx, {
      sku,
      approvedBy: principalId(context.principal),
      rules: context.rules.allocation,
      at: context.now,
      shares: shares.map(({ orderLineId, units: given, wanted, from, line, place }) => ({
        orderLineId,
        from: line.state,
        to: given < wanted ? line.state : allocated(line.state),
        units: given,
        parts: from,
        position: place.position,
        points: line.priority.points,
        reasons: place.reasons,
        told: `${given} of ${wanted} ${wanted === 1 ? 'unit' : 'units'} allocated`,
      })),
    });
    return { kind: 'allocated' as const, sku, units: plan.units, orderLines: shares.length };
  },
});

function allocated(state: LineState): LineState {
  const next = nextState(state, 'allocate');
  if (next.kind === 'refused') throw new Error(`A line that waits cannot be ${next.because}`);
  return next.to;
}
