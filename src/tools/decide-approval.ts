import { z } from 'zod';
import { AUTHORITIES } from '../domain/incentives/offer.js';
import { Money, money } from '../domain/kernel/money.js';
import { type ApprovalRecord, decideApproval as decide, findApproval, lockApproval } from '../store/approvals.js';
import { recordAudit } from '../store/audit.js';
import { APPROVABLE, barFrom, showApproval } from './approval-facts.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { lockForGrant } from './offer-facts.js';
import { OfferPreview } from './offer-preview.js';
import { OfferWorth } from './offer-worth.js';
import { principalId, STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

const Reason = z.string().trim().min(1).max(500);
const Given = z.object({ offerId: z.string(), offerState: z.enum(['requested', 'granted']), offerAmount: Money });

/**
 * Answers a request for approval. What is approved, or changed, is given in the approver's name and by their authority,
 * in the same transaction: when policy refuses it now, the request goes on waiting. Of two who answer at once the second
 * is told what the first decided. Nobody answers their own request.
 */
export const decideApproval = defineTool({
  name: 'decide_approval',
  effect: 'record',
  audience: STAFF,
  description: 'Approve, change or decline what a colleague asked for, with a reason.',
  input: z.object({
    approvalId: z.uuid(),
    decision: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('approve'), reason: Reason }),
      z.object({ kind: z.literal('change'), worth: OfferWorth, reason: Reason }),
      z.object({ kind: z.literal('decline'), reason: Reason }),
    ]),
  }),
  output: z.discriminatedUnion('kind', [
    Given.extend({ kind: z.literal('approved') }),
    Given.extend({ kind: z.literal('changed') }),
    z.object({ kind: z.literal('declined') }),
    z.object({
      kind: z.literal('over'),
      state: z.enum(['approved', 'changed', 'declined', 'expired']),
      decidedBy: z.string().nullable(),
    }),
    z.object({ kind: z.literal('own_request') }),
    z.object({ kind: z.literal('above_authority'), by: z.enum(AUTHORITIES) }),
    z.object({ kind: z.literal('refused'), because: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ approvalId, decision }, context) {
    const { now, principal } = context;
    const tx = inTransaction(context);
    const found = await findApproval(tx, approvalId);
    // the order first, as whoever asks does: so that two never wait for each other
    if (!found || !(await lockForGrant(found.orderNumber, context))) return { kind: 'not_found' as const };
    const approval = await lockApproval(tx, approvalId);
    if (!approval) return { kind: 'not_found' as const };
    const { state } = approval;
    if (state !== 'waiting') return { kind: 'over' as const, state, decidedBy: approval.decidedBy };
    // the sweep ends it; until then it is over all the same
    if (approval.expiresAt <= now) return { kind: 'over' as const, state: 'expired' as const, decidedBy: null };
    const bar = barFrom(approval, context);
    if (bar === 'own_request') return { kind: bar };
    if (bar !== null) return { kind: bar, by: approval.authority };
    const written = { by: principalId(principal), at: now, reason: decision.reason };
    if (decision.kind === 'decline') {
      await decide(tx, approvalId, { ...written, state: 'declined' });
      await showApproval(approvalId, context);
      return { kind: 'declined' as const };
    }
    const changedTo = decision.kind === 'change' ? { worth: decision.worth } : null;
    const given = await give(approval, changedTo ?? {}, context);
    if (given.kind === 'needs_approval') return { kind: 'above_authority' as const, by: given.by };
    if (given.kind !== 'granted') return given;
    const { offerId, offerState, faceCents } = given;
    const { currency } = OfferPreview.parse(approval.shown).offerAmount;
    await decide(
      tx,
      approvalId,
      changedTo ? { ...written, state: 'changed', offerId, changedTo } : { ...written, state: 'approved', offerId },
    );
    await showApproval(approvalId, context);
    const kind = changedTo ? ('changed' as const) : ('approved' as const);
    return { kind, offerId, offerState, offerAmount: money(faceCents, currency) };
  },
});

/** Gives what was asked for as whoever decides, under their own audit row. */
async function give(approval: ApprovalRecord, change: { readonly worth?: OfferWorth }, context: ToolContext) {
  const input = { ...APPROVABLE.input.parse(approval.input), ...change };
  const given = APPROVABLE.output.parse(await APPROVABLE.run(input, context));
  await recordAudit(inTransaction(context), [
    {
      principalKind: context.principal.kind,
      principalId: principalId(context.principal),
      conversationId: null,
      tool: APPROVABLE.name,
      effect: APPROVABLE.effect,
      input: { ...input, approvalId: approval.approvalId },
      allowed: true,
      outcome: given.kind,
    },
  ]);
  return given;
}
