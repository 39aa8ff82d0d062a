import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { PurchaseOrderLineId } from '../domain/kernel/ids.js';
import { enqueue } from '../store/jobs/enqueue.js';
import { lockPurchaseOrder, type PurchaseOrder, type PurchaseOrderLine } from '../store/purchase-orders.js';
import { findSupplierClaim, keepApplied, lockSupplierClaim, type SupplierClaim } from '../store/supplier-claims.js';
import { acknowledge, addSupplierPromise, cancelUnits, promisesOfLine } from '../store/supplier-promises.js';
import { CLAIM_OVER, claimOver } from './claim-over.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { principalId } from './principal.js';
import { showSupplierAnswer } from './show-supplier-answer.js';
import { inTransaction } from './transaction.js';

/** What somebody says a claim means, where it was not read rightly. */
const Corrected = z.object({
  poLineId: PurchaseOrderLineId,
  day: LocalDate.nullable(),
  /** So many units of the line will come in all; null where that stays. */
  units: z.int().min(0).nullable(),
});

/**
 * Makes a supplier's word count: a new date in the line's history, units that will not come, the order acknowledged; and
 * has those looked at whose dates it moves, all claims of a call together. Without a person only what policy lets, and only
 * while the date that stood when it was read still stands.
 */
export const applySupplierClaims = defineTool({
  name: 'apply_supplier_claims',
  effect: 'record',
  audience: ['lead', 'manager', 'system'],
  description: 'Make claims of one supplier’s mail count, as they were read or as you correct them.',
  input: z
    .object({ claimIds: z.array(z.int()).min(1), as: Corrected.optional() })
    .refine(({ claimIds, as }) => as === undefined || claimIds.length === 1, {
      error: 'one claim is corrected at a time',
    }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('applied'), claimIds: z.array(z.int()), promiseIds: z.array(z.int()) }),
    ...CLAIM_OVER,
    /** Somebody has to say which line, or which day. */
    z.object({ kind: z.literal('incomplete'), missing: z.enum(['line', 'day']) }),
    z.object({ kind: z.literal('past'), day: LocalDate }),
    /** Nothing of the line is still to come, or the order is over. */
    z.object({ kind: z.literal('nothing_open') }),
    /** More units than were ordered, or fewer than have come. */
    z.object({ kind: z.literal('units_out_of_range'), least: z.int(), most: z.int() }),
    /** It is for a person: policy does not let it count by itself, or the date has changed since. */
    z.object({ kind: z.literal('for_a_person') }),
  ]),
  authorize: () => true,
  async run({ claimIds, as }, context) {
    const tx = inTransaction(context);
    const first = await findSupplierClaim(tx, claimIds[0] ?? 0);
    const order = first && (await lockPurchaseOrder(tx, first.poNumber));
    if (!order) return { kind: 'not_found' as const };
    const claims: SupplierClaim[] = [];
    for (const claimId of claimIds) {
      const claim = await lockSupplierClaim(tx, claimId);
      if (claim?.mailId !== first.mailId) return { kind: 'not_found' as const };
      if (claim.state !== 'proposed' && claim.state !== 'asked') return claimOver(claim);
      claims.push(claim);
    }
    const changes: Change[] = [];
    for (const claim of claims) {
      const change = changeBy(claim, as, order, context);
      if (change.kind !== 'change') return change;
      changes.push(change);
    }
    const promiseIds: number[] = [];
    for (const change of changes) promiseIds.push(...(await carryOut(change, context)));
    await acknowledge(tx, order.poNumber, first.saidOn);
    if (promiseIds.length > 0) await enqueue(tx, 'supply-moved', { promiseIds });
    await showSupplierAnswer(first.mailId, context);
    return { kind: 'applied' as const, claimIds, promiseIds };
  },
});

interface Change {
  readonly kind: 'change';
  readonly claim: SupplierClaim;
  readonly line: PurchaseOrderLine;
  readonly day: LocalDate | null;
  /** Units of the line that will not come. */
  readonly cancelled: number;
}

function changeBy(
  claim: SupplierClaim,
  as: z.infer<typeof Corrected> | undefined,
  { state, lines }: PurchaseOrder,
  { now, policy, principal }: ToolContext,
) {
  const lineId = as?.poLineId ?? claim.poLineId;
  const line = lines.find(({ poLineId }) => poLineId === lineId);
  if (!line) return { kind: 'incomplete' as const, missing: 'line' as const };
  if (principal.kind === 'system' && !(claim.mayApply && line.promisedOn === claim.promisedBefore))
    return { kind: 'for_a_person' as const };
  if (state !== 'open' || line.openQuantity === 0) return { kind: 'nothing_open' as const };
  const day = as ? as.day : dayOf(claim, line);
  const units = as ? as.units : unitsOf(claim, line);
  if (day === null && units === null) return { kind: 'incomplete' as const, missing: 'day' as const };
  if (day !== null && day !== line.promisedOn && day < dateIn(policy.zone, now)) return { kind: 'past' as const, day };
  const settled = line.quantity - line.cancelledQuantity;
  const received = settled - line.openQuantity;
  if (units !== null && (units < received || units > settled))
    return { kind: 'units_out_of_range' as const, least: received, most: settled };
  return { kind: 'change' as const, claim, line, day, cancelled: units === null ? 0 : settled - units };
}

/** The day a claim gives its line. Of a delivery in parts the day by which all of it is there: who waits is told no earlier. */
function dayOf({ kind, day }: SupplierClaim, { promisedOn }: PurchaseOrderLine): LocalDate | null {
  if (kind === 'none') return promisedOn;
  if (kind === 'quantity') return day ?? promisedOn;
  return kind === 'date' || kind === 'split' ? day : null;
}

/** How many units of the line will have come in all; null where that stays. */
function unitsOf({ kind, units }: SupplierClaim, line: PurchaseOrderLine): number | null {
  if (kind === 'quantity') return units;
  return kind === 'cancelled' ? line.quantity - line.cancelledQuantity - line.openQuantity : null;
}

/** Writes one change down. The promises whose takers are to be looked at. */
async function carryOut({ claim, line, day, cancelled }: Change, context: ToolContext): Promise<number[]> {
  const tx = inTransaction(context);
  const { claimId, mailId, saidOn } = claim;
  const { poLineId, promisedOn } = line;
  if (cancelled > 0) await cancelUnits(tx, poLineId, cancelled);
  await keepApplied(tx, claimId, { by: principalId(context.principal), at: context.now }, { poLineId, day, cancelled });
  if (day !== null) {
    const source = `mail ${mailId}`;
    const promiseId = await addSupplierPromise(tx, { poLineId, promisedOn: day, givenOn: saidOn, source, claimId });
    return day !== promisedOn || cancelled > 0 ? [promiseId] : [];
  }
  // nothing comes any more: what was promised last is what does not hold
  const broken = (await promisesOfLine(tx, poLineId)).at(-1);
  return broken ? [broken.promiseId] : [];
}
