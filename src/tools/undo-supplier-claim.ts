import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { enqueue } from '../store/jobs/enqueue.js';
import { keepDecided } from '../store/supplier-claims.js';
import { addSupplierPromise, cancelUnits, promisesOfLine } from '../store/supplier-promises.js';
import { CLAIM_OVER, claimOver } from './claim-over.js';
import { defineTool } from './define-tool.js';
import { holdSupplierClaim } from './hold-supplier-claim.js';
import { principalId } from './principal.js';
import { showSupplierAnswer } from './show-supplier-answer.js';
import { inTransaction } from './transaction.js';

/**
 * Takes an applied claim back: the date that stood before it is added to the history again, which is never rewritten, and
 * units that were taken off come back. Not when a newer date stands.
 */
export const undoSupplierClaim = defineTool({
  name: 'undo_supplier_claim',
  effect: 'record',
  audience: ['lead', 'manager'],
  description: 'Take back a claim of a supplier’s mail that was applied.',
  input: z.object({ claimId: z.int() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('undone'), promisedOn: LocalDate.nullable() }),
    /** A later word of the supplier stands. */
    z.object({ kind: z.literal('newer_date'), promisedOn: LocalDate }),
    /** There is no date from before to go back to. */
    z.object({ kind: z.literal('nothing_before') }),
    ...CLAIM_OVER,
  ]),
  authorize: () => true,
  async run({ claimId }, context) {
    const tx = inTransaction(context);
    const held = await holdSupplierClaim(claimId, context);
    if (!held) return { kind: 'not_found' as const };
    const { claim } = held;
    const poLineId = claim.appliedLineId;
    if (claim.state !== 'applied' || !poLineId) return claimOver(claim);
    const promises = await promisesOfLine(tx, poLineId);
    const own = promises.findLastIndex((promise) => promise.claimId === claimId);
    const newest = promises.at(-1);
    if (own >= 0 && newest && own < promises.length - 1)
      return { kind: 'newer_date' as const, promisedOn: newest.promisedOn };
    const before = own < 0 ? newest : promises[own - 1];
    if (own >= 0 && !before) return { kind: 'nothing_before' as const };
    if (claim.appliedCancelled) await cancelUnits(tx, poLineId, -claim.appliedCancelled);
    await keepDecided(tx, claimId, 'undone', { by: principalId(context.principal), at: context.now });
    if (before) {
      const promiseId = await addSupplierPromise(tx, {
        ...{ poLineId, promisedOn: before.promisedOn, claimId, source: `mail ${claim.mailId} taken back` },
        givenOn: dateIn(context.policy.zone, context.now),
      });
      await enqueue(tx, 'supply-moved', { promiseIds: [promiseId] });
    }
    await showSupplierAnswer(claim.mailId, context);
    return { kind: 'undone' as const, promisedOn: before?.promisedOn ?? null };
  },
});
