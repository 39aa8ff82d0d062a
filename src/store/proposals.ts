import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, ProposalId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { enqueue } from './jobs/enqueue.js';

const ProposalRow = z.object({
  id: ProposalId,
  conversationId: ConversationId,
  principal: z.unknown(),
  tool: z.string(),
  input: z.unknown(),
  recap: z.unknown(),
  state: z.enum(['live', 'committed', 'superseded', 'declined', 'expired', 'stale']),
  askedInSeq: z.int().nullable(),
  expiresAt: Instant,
});
export type ProposalRecord = z.infer<typeof ProposalRow>;
export type ProposalEnd = Exclude<ProposalRecord['state'], 'live'>;

const columns = (sql: SqlOrTx) => sql`
  id, conversation_id as "conversationId", principal, tool, input, recap, state,
  asked_in_seq as "askedInSeq", expires_at as "expiresAt"`;

export interface NewProposal {
  readonly conversationId: ConversationId;
  readonly principal: unknown;
  readonly tool: string;
  readonly input: unknown;
  readonly recap: unknown;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** Makes the one live proposal of a conversation; whatever was live before is superseded. */
export async function makeProposal(tx: Tx, proposal: NewProposal): Promise<ProposalRecord> {
  const before = await tx`
    update proposals set state = 'superseded', settled_at = ${proposal.madeAt}
    where conversation_id = ${proposal.conversationId} and state = 'live' returning id`;
  for (const { id } of before) await tellWhoAsked(tx, ProposalId.parse(id));
  const [row] = await tx`
    insert into proposals (conversation_id, principal, tool, input, recap, made_at, expires_at)
    values (${proposal.conversationId}, ${tx.json(proposal.principal as never)}, ${proposal.tool},
      ${tx.json(proposal.input as never)}, ${tx.json(proposal.recap as never)}, ${proposal.madeAt}, ${proposal.expiresAt})
    returning ${columns(tx)}`;
  return ProposalRow.parse(row);
}

export async function liveProposal(sql: SqlOrTx, conversationId: ConversationId): Promise<ProposalRecord | null> {
  const [row] =
    await sql`select ${columns(sql)} from proposals where conversation_id = ${conversationId} and state = 'live'`;
  return row ? ProposalRow.parse(row) : null;
}

export async function findProposal(sql: SqlOrTx, id: ProposalId): Promise<ProposalRecord | null> {
  const [row] = await sql`select ${columns(sql)} from proposals where id = ${id}`;
  return row ? ProposalRow.parse(row) : null;
}

/** The live proposal of a conversation, held until the transaction ends. */
export async function lockLiveProposal(tx: Tx, conversationId: ConversationId): Promise<ProposalRecord | null> {
  const [row] = await tx`
    select ${columns(tx)} from proposals where conversation_id = ${conversationId} and state = 'live' for update`;
  return row ? ProposalRow.parse(row) : null;
}

/** The proposal that the message at `seq` put to the shopper, in whatever state it is now. */
export async function proposalAskedIn(
  sql: SqlOrTx,
  conversationId: ConversationId,
  seq: number,
): Promise<ProposalRecord | null> {
  const [row] = await sql`
    select ${columns(sql)} from proposals where conversation_id = ${conversationId} and asked_in_seq = ${seq}`;
  return row ? ProposalRow.parse(row) : null;
}

/** Reads a proposal and holds it until the transaction ends: two confirmations at once commit once. */
export async function lockProposal(tx: Tx, id: ProposalId): Promise<ProposalRecord | null> {
  const [row] = await tx`select ${columns(tx)} from proposals where id = ${id} for update`;
  return row ? ProposalRow.parse(row) : null;
}

export async function settleProposal(tx: Tx, id: ProposalId, state: ProposalEnd, at: Instant): Promise<void> {
  const settled = await tx`
    update proposals set state = ${state}, settled_at = ${at} where id = ${id} and state = 'live' returning id`;
  if (settled.length > 0) await tellWhoAsked(tx, id);
}

/** What somebody of the team asked is shown to them anew when it ends. */
async function tellWhoAsked(tx: Tx, id: ProposalId): Promise<void> {
  const [row] = await tx`select id from team_questions where proposal_id = ${id}`;
  if (!row) return;
  const questionId = z.uuid().parse(row.id);
  await enqueue(tx, 'team-question', { questionId }, { key: questionId });
}
