import type { z } from 'zod';
import { AUTHORITIES } from '../domain/incentives/offer.js';
import { Approval, type ApprovalRecord } from '../store/approvals.js';
import { enqueue } from '../store/jobs/enqueue.js';
import type { ToolContext } from './define-tool.js';
import { giveOffer } from './give-offer.js';
import { OfferPreview } from './offer-preview.js';
import { authorityOf } from './offer-situation.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';

/** What can be asked for. Each is run as whoever approves it. */
export const APPROVABLE = giveOffer;

/** A request as everybody of the team may see it; `asked` as it stood when it was made. */
export const ApprovalFacts = Approval.omit({
  tool: true,
  input: true,
  shown: true,
  orderNumber: true,
  decidedAt: true,
}).extend({
  asked: OfferPreview,
});
export type ApprovalFacts = z.infer<typeof ApprovalFacts>;

export const approvalFacts = (approval: ApprovalRecord): ApprovalFacts =>
  ApprovalFacts.parse({ ...approval, asked: approval.shown });

/** Why somebody may not answer a request; null for who may. Nobody answers their own. */
export function barFrom(
  { requestedBy, authority }: Pick<ApprovalRecord, 'requestedBy' | 'authority'>,
  context: Pick<ToolContext, 'principal'>,
): 'own_request' | 'above_authority' | null {
  if (principalId(context.principal) === requestedBy) return 'own_request';
  return AUTHORITIES.indexOf(authorityOf(context)) < AUTHORITIES.indexOf(authority) ? 'above_authority' : null;
}

/** Has the request shown to the team as it stands now, with the change that made it so. */
export const showApproval = (approvalId: string, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'approval-card', { approvalId });
