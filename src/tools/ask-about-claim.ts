import { z } from 'zod';
import { keepDecided } from '../store/supplier-claims.js';
import { CLAIM_OVER, claimOver } from './claim-over.js';
import { defineTool } from './define-tool.js';
import { holdSupplierClaim } from './hold-supplier-claim.js';
import { principalId } from './principal.js';
import { queueSupplierMail } from './queue-supplier-mail.js';
import { showSupplierAnswer } from './show-supplier-answer.js';
import { inTransaction } from './transaction.js';
import { askedLine } from './word-supplier-mail.js';

/** Asks the supplier once more what a claim means, by mail, with their own words in it. */
export const askAboutClaim = defineTool({
  name: 'ask_about_claim',
  effect: 'record',
  audience: ['lead', 'manager'],
  description: 'Ask the supplier by mail what a claim of theirs means.',
  input: z.object({ claimId: z.int() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('asked') }),
    ...CLAIM_OVER,
    z.object({ kind: z.literal('told_before') }),
    z.object({ kind: z.literal('no_address') }),
    z.object({ kind: z.literal('mail_not_connected') }),
  ]),
  authorize: () => true,
  async run({ claimId }, context) {
    const tx = inTransaction(context);
    const held = await holdSupplierClaim(claimId, context);
    if (!held) return { kind: 'not_found' as const };
    const { claim, order } = held;
    if (claim.state !== 'proposed') return claimOver(claim);
    const line = order.lines.find(({ poLineId }) => poLineId === claim.poLineId);
    const queued = await queueSupplierMail(
      {
        ...{ supplier: order.supplier, order, occasions: [`claim ${claimId}`] },
        facts: {
          kind: 'claim_question',
          poNumber: order.poNumber,
          questions: [{ quote: claim.quote, line: line ? askedLine(line) : null }],
        },
      },
      context,
    );
    if (queued.kind === 'drafted') throw new Error('A question about a claim waits for nobody');
    if (queued.kind !== 'queued') return { kind: queued.kind };
    await keepDecided(tx, claimId, 'asked', { by: principalId(context.principal), at: context.now });
    await showSupplierAnswer(claim.mailId, context);
    return { kind: 'asked' as const };
  },
});
