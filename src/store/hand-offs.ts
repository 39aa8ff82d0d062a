import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, type CustomerId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { addEntry } from './hand-off-entries.js';
import { OUTCOMES } from './hand-off-work.js';

const HandOffRow = z.object({
  conversationId: ConversationId,
  reason: z.string(),
  urgency: z.enum(['normal', 'high']),
  summary: z.object({ text: z.string(), customerId: z.string().nullable() }),
  askedAt: Instant,
});
export type HandOff = z.infer<typeof HandOffRow>;

/** What the escalation rules say of a request: which fired, who owns it, how urgent, and by when somebody must look. */
const HandOffRules = z.object({
  rules: z.array(z.string()),
  owner: z.enum(['rep', 'lead', 'manager']),
  priority: z.enum(['normal', 'high', 'urgent']),
  dueAt: Instant,
  /** When half of the working time until then has passed. */
  remindAt: Instant,
});
export type HandOffRules = z.infer<typeof HandOffRules>;

const OpenRow = HandOffRow.extend({
  handOffId: z.int(),
  customerName: z.string().optional(),
  ...HandOffRules.partial().shape,
  /** Who of the team has it. */
  claimedBy: z.string().optional(),
  claimedName: z.string().optional(),
  claimedAt: Instant.optional(),
  /** When a person first answered. */
  answeredAt: Instant.optional(),
});
export type OpenHandOff = z.infer<typeof OpenRow>;

/**
 * Opens a request for a person, with the rules that fired. False when the conversation already has one open; that one
 * becomes urgent when this one is, and takes its reason and rules, with the earlier deadline.
 */
export async function openHandOff(tx: Tx, handOff: HandOff, fired: HandOffRules): Promise<boolean> {
  const [row] = await tx<{ id: number; isNew: boolean }[]>`
    insert into hand_offs as open (conversation_id, reason, urgency, summary, asked_at)
    values (${handOff.conversationId}, ${handOff.reason}, ${handOff.urgency}, ${tx.json(handOff.summary)}, ${handOff.askedAt})
    on conflict (conversation_id) where state = 'open' do update set urgency = excluded.urgency, reason = excluded.reason
      where excluded.urgency = 'high' and open.urgency = 'normal'
    returning id, xmax = 0 as "isNew"`;
  if (!row) return false;
  await tx`
    insert into hand_off_rules as before (hand_off_id, rules, owner, priority, due_at, remind_at)
    values (${row.id}, ${fired.rules}, ${fired.owner}, ${fired.priority}, ${fired.dueAt}, ${fired.remindAt})
    on conflict (hand_off_id) do update set rules = excluded.rules, owner = excluded.owner,
      priority = excluded.priority, due_at = least(before.due_at, excluded.due_at),
      remind_at = least(before.remind_at, excluded.remind_at)`;
  if (row.isNew) {
    // the thread goes on from here, whatever was said since an earlier hand-off ended
    await tx`
      insert into hand_off_threads (conversation_id, shown_seq)
      select id, last_seq from conversations where id = ${handOff.conversationId}
      on conflict (conversation_id) do update set shown_seq = excluded.shown_seq`;
  }
  await addEntry(tx, {
    handOffId: row.id,
    conversationId: handOff.conversationId,
    kind: row.isNew ? 'opened' : 'raised',
    text: handOff.summary.text,
  });
  return row.isNew;
}

const openQuery = (sql: SqlOrTx) => sql`
  select h.id as "handOffId", h.conversation_id as "conversationId", h.reason, h.urgency, h.summary,
    h.asked_at as "askedAt", h.claimed_by as "claimedBy", h.claimed_name as "claimedName", h.claimed_at as "claimedAt",
    h.answered_at as "answeredAt", h.state, h.outcome, c.name as "customerName",
    r.rules, r.owner, r.priority, r.due_at as "dueAt", r.remind_at as "remindAt"
  from hand_offs h left join hand_off_rules r on r.hand_off_id = h.id
    left join customers c on c.id = h.summary ->> 'customerId'`;

const given = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** All requests nobody has closed, the urgent first, then by deadline and age. */
export async function openHandOffs(sql: SqlOrTx): Promise<OpenHandOff[]> {
  const rows = await sql`
    ${openQuery(sql)} where h.state = 'open'
    order by (h.urgency = 'high') desc, r.due_at nulls last, h.asked_at`;
  return rows.map((row) => OpenRow.parse(given(row)));
}

/** The request a conversation has open, held until the transaction ends: of two who claim it at once, one comes second. */
export async function lockHandOff(tx: Tx, conversationId: ConversationId): Promise<OpenHandOff | null> {
  await tx`select from hand_offs where conversation_id = ${conversationId} and state = 'open' for update`;
  const [row] = await tx`${openQuery(tx)} where h.state = 'open' and h.conversation_id = ${conversationId}`;
  return row ? OpenRow.parse(given(row)) : null;
}

const NewestRow = OpenRow.extend({ state: z.enum(['open', 'closed']), outcome: z.enum(OUTCOMES).optional() });

/** The newest request of a conversation, open or closed; null when there was none. */
export async function newestHandOff(
  sql: SqlOrTx,
  conversationId: ConversationId,
): Promise<z.infer<typeof NewestRow> | null> {
  const [row] = await sql`${openQuery(sql)} where h.conversation_id = ${conversationId} order by h.id desc limit 1`;
  return row ? NewestRow.parse(given(row)) : null;
}

/** Requests for a person since a moment, by this customer in any conversation, or in this conversation if one is named. */
export async function requestsSince(
  sql: SqlOrTx,
  asked: {
    readonly conversationId: ConversationId | null;
    readonly customerId: CustomerId | null;
    readonly since: Instant;
  },
): Promise<number> {
  const [row] = await sql`
    select count(*)::int as n from hand_offs
    where asked_at > ${asked.since}
      and (conversation_id = ${asked.conversationId} or summary ->> 'customerId' = ${asked.customerId})`;
  return z.int().parse(row?.n);
}

/** The open request of a customer: asked under their name, or in a conversation that is theirs. The urgent, newest first. */
export async function openHandOffOf(sql: SqlOrTx, customerId: CustomerId): Promise<OpenHandOff | null> {
  const [row] = await sql`
    ${openQuery(sql)} join conversations k on k.id = h.conversation_id
    where h.state = 'open' and ${customerId} in (h.summary ->> 'customerId', k.identity ->> 'customerId')
    order by (h.urgency = 'high') desc, h.asked_at desc limit 1`;
  return row ? OpenRow.parse(given(row)) : null;
}
