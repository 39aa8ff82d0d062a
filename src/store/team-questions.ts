import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, OrderNumber, ProposalId } from '../domain/kernel/ids.js';
import type { Sql, SqlOrTx, Tx } from './connect.js';
import { enqueue } from './jobs/enqueue.js';
import { settleProposal } from './proposals.js';

const QuestionRow = z.object({
  questionId: z.uuid(),
  conversationId: ConversationId,
  orderNumber: OrderNumber,
  customerName: z.string(),
  channel: z.string(),
  askedBy: z.string(),
  tool: z.string(),
  recap: z.unknown(),
  state: z.enum(['live', 'committed', 'superseded', 'declined', 'expired', 'stale']),
  expiresAt: Instant,
  delivery: z.enum(['sent', 'failed']).nullable(),
});
/** What somebody of the team asked a shopper, and what came of it. */
export type TeamQuestion = z.infer<typeof QuestionRow>;

export async function findTeamQuestion(sql: SqlOrTx, id: string): Promise<TeamQuestion | null> {
  const [row] = await sql`
    select q.id as "questionId", p.conversation_id as "conversationId", q.order_number as "orderNumber",
      c.name as "customerName", k.channel, q.asked_by as "askedBy", p.tool, p.recap, p.state,
      p.expires_at as "expiresAt", q.delivery
    from team_questions q join proposals p on p.id = q.proposal_id join conversations k on k.id = p.conversation_id
      join orders o on o.number = q.order_number join customers c on c.id = o.customer_id
    where q.id = ${id}`;
  return row ? QuestionRow.parse(row) : null;
}

export interface NewTeamQuestion {
  readonly proposalId: ProposalId;
  readonly orderNumber: OrderNumber;
  /** The message that asks, and its place in the transcript. */
  readonly asked: { readonly id: number; readonly seq: number };
  readonly askedBy: string;
  readonly askedAt: Instant;
}

/** Keeps a proposal that was just made as the question of somebody of the team, with the job that shows it to them. */
export async function keepTeamQuestion(tx: Tx, question: NewTeamQuestion): Promise<string> {
  const { proposalId, orderNumber, asked, askedBy, askedAt } = question;
  const [row] = await tx`
    with put as (update proposals set asked_in_seq = ${asked.seq} where id = ${proposalId})
    insert into team_questions (proposal_id, order_number, message_id, asked_by, asked_at)
    values (${proposalId}, ${orderNumber}, ${asked.id}, ${askedBy}, ${askedAt}) returning id`;
  const questionId = z.uuid().parse(row?.id);
  await showTeamQuestion(tx, questionId);
  return questionId;
}

/** Has a question shown as it stands to whoever asked it. */
const showTeamQuestion = (tx: Tx, questionId: string): Promise<boolean> =>
  enqueue(tx, 'team-question', { questionId }, { key: questionId });

/** Whether a proposal is the question of somebody of the team. */
export async function isTeamQuestion(sql: SqlOrTx, id: ProposalId): Promise<boolean> {
  const rows = await sql`select from team_questions where proposal_id = ${id}`;
  return rows.length > 0;
}

/** The question was put anew as things stand now: its answer is the answer to the new proposal. */
export async function askedAnew(
  sql: SqlOrTx,
  { conversationId, before }: { readonly conversationId: ConversationId; readonly before: ProposalId },
): Promise<void> {
  await sql`
    update team_questions q set proposal_id = p.id from proposals p
    where q.proposal_id = ${before} and p.conversation_id = ${conversationId} and p.state = 'live'`;
}

/** Ends the questions whose time is over, and notes of which the channel has said whether they went out. Each is shown anew. */
export async function settleTeamQuestions(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const over = await tx`
      select p.id, business_now() as now from proposals p join team_questions q on q.proposal_id = p.id
      where p.state = 'live' and p.expires_at <= business_now() for update of p skip locked`;
    for (const { id, now } of over) await settleProposal(tx, ProposalId.parse(id), 'expired', Instant.parse(now));
    const delivered = await tx`
      update team_questions q set delivery = case o.state when 'sent' then 'sent' else 'failed' end
      from outbox o where q.delivery is null and o.idempotency_key = 'message:' || q.message_id
        and o.state in ('sent', 'dead')
      returning q.id`;
    for (const { id } of delivered) await showTeamQuestion(tx, z.uuid().parse(id));
  });
}
