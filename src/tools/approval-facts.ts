import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import type { ApprovalRecord } from '../store/approvals.js';
import { enqueue } from '../store/jobs/enqueue.js';
import type { ToolContext } from './define-tool.js';
import { giveOffer } from './give-offer.js';
import { OfferPreview } from './offer-preview.js';
import { inTransaction } from './transaction.js';

/** What can be asked for. Each is run as whoever approves it. */
export const APPROVABLE = giveOffer;

/** A request as everybody of the team may see it. */
export const ApprovalFacts = z.object({
  approvalId: z.uuid(),
  /** The least rank that may decide. */
  authority: z.enum(['rep', 'lead', 'manager']),
  requestedBy: z.string(),
  requestedAt: Instant,
  expiresAt: Instant,
  state: z.enum(['waiting', 'approved', 'changed', 'declined', 'expired']),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** What was asked for, as it stood then. */
  asked: OfferPreview,
});
export type ApprovalFacts = z.infer<typeof ApprovalFacts>;

export const approvalFacts = ({
  approvalId,
  authority,
  requestedBy,
  requestedAt,
  expiresAt,
  state,
  decidedBy,
  reason,
  shown,
}: ApprovalRecord): ApprovalFacts => ({
  approvalId,
  authority,
  requestedBy,
  requestedAt,
  expiresAt,
  state,
  decidedBy,
  reason,
  asked: OfferPreview.parse(shown),
});

/** Has the request shown to the team as it stands now, with the change that made it so. */
export const showApproval = (approvalId: string, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'approval-card', { approvalId });
