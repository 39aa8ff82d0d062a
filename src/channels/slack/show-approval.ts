import { dateIn } from '../../domain/kernel/dates.js';
import { findApproval } from '../../store/approvals.js';
import { businessNow } from '../../store/clock.js';
import { type ApprovalFacts, approvalFacts } from '../../tools/approval-facts.js';
import { approvalCard, outcomeMessage } from './cards/approval-card.js';
import type { HandlingDeps } from './create-handling.js';
import { type Post, storePosts } from './posts.js';

/** Our name of a request's card. */
const cardName = (approvalId: string): string => `approval:${approvalId}`;

/**
 * Brings a request's card up to date: put before those who may decide, and once it is over changed, with a private word to
 * whoever asked. Each state is shown once, however often this is called.
 */
export async function showApproval(approvalId: string, { sql, policy, team }: HandlingDeps): Promise<void> {
  const found = await findApproval(sql, approvalId);
  if (!found) return;
  const approval = approvalFacts(found);
  const scene = { zone: policy.zone, todayOn: dateIn(policy.zone, await businessNow(sql)) };
  const name = cardName(approvalId);
  const asking = { ...approval, state: 'waiting' as const };
  const card: Post = {
    method: 'chat.postMessage',
    channel: team.channels.approvals,
    storeAs: name,
    message: approvalCard(asking, scene),
  };
  await sql.begin(async (tx) => {
    await storePosts(tx, `${name}:waiting`, [card]);
    if (approval.state !== 'waiting') await storePosts(tx, `${name}:over`, overPosts(approval, name, scene));
  });
}

const overPosts = (
  approval: ApprovalFacts,
  name: string,
  scene: Parameters<typeof approvalCard>[1],
): readonly Post[] => [
  { method: 'chat.update', of: { named: name }, message: approvalCard(approval, scene) },
  {
    method: 'chat.postMessage',
    channel: approval.requestedBy,
    message: outcomeMessage(approval),
  },
];
