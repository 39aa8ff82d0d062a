import type { z } from 'zod';
import { Approval, type ApprovalRecord } from '../store/approvals.js';
import { enqueue } from '../store/jobs/enqueue.js';
import type { ToolContext } from './define-tool.js';
import { giveOffer } from './give-offer.js';
import { OfferPreview } from './offer-preview.js';
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

/** Has the request shown to the team as it stands now, with the change that made it so. */
export const showApproval = (approvalId: string, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'approval-card', { approvalId });
