import { z } from 'zod';
import { keepDecided, lockSupplierClaim } from '../store/supplier-claims.js';
import { CLAIM_OVER, claimOver } from './claim-over.js';
import { defineTool } from './define-tool.js';
import { principalId } from './principal.js';
import { showSupplierAnswer } from './show-supplier-answer.js';
import { inTransaction } from './transaction.js';

/** Sets a claim aside: the mail does not say it, or not about this order. */
export const rejectSupplierClaim = defineTool({
  name: 'reject_supplier_claim',
  effect: 'record',
  audience: ['lead', 'manager'],
  description: 'Set a claim of a supplier’s mail aside: it is not about this.',
  input: z.object({ claimId: z.int() }),
  output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('rejected') }), ...CLAIM_OVER]),
  authorize: () => true,
  async run({ claimId }, context) {
    const tx = inTransaction(context);
    const claim = await lockSupplierClaim(tx, claimId);
    if (!claim) return { kind: 'not_found' as const };
    if (claim.state !== 'proposed' && claim.state !== 'asked') return claimOver(claim);
    await keepDecided(tx, claimId, 'rejected', { by: principalId(context.principal), at: context.now });
    await showSupplierAnswer(claim.mailId, context);
    return { kind: 'rejected' as const };
  },
});
