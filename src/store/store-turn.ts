import type { Instant } from '../domain/kernel/dates.js';
import type { CustomerId, OrderLineId, OrderNumber, ProposalId } from '../domain/kernel/ids.js';
import type { AuditEntry } from './audit.js';
import type { Sql } from './connect.js';
import { LEASE_SECONDS, type Lease, LeaseLost } from './conversations.js';

/** One thing a customer was told, and the fact it rested on. */
export interface PromiseMade {
  readonly customerId: CustomerId | null;
  readonly orderNumber: OrderNumber | null;
  readonly orderLineId: OrderLineId | null;
  readonly kind: 'date' | 'amount' | 'code';
  /** The name of the fact and its value as the customer read it. */
  readonly said: { readonly fact: string; readonly text: string; readonly value: unknown };
  /** The tool whose result bore it, and where in that result. */
  readonly basis: { readonly tool: string; readonly path: string };
}

/** Who answered a message (a brain's name, or `gate` for the answer to a proposal), and what it was taken for. */
export interface Heard {
  readonly by: string;
  readonly wish?: string;
  readonly band?: 'act' | 'clarify' | 'reject';
}

/** Everything one answered message leaves behind. */
export interface FinishedTurn {
  readonly lease: Lease;
  /** The inbox row that is answered. */
  readonly inboxId: number;
  readonly channel: string;
  readonly now: Instant;
  readonly dialogue: Readonly<Record<string, unknown>>;
  /** Where a model made a new one. */
  readonly summary: { readonly text: string; readonly upToSeq: number } | undefined;
  readonly replies: readonly {
    readonly body: { readonly text: string; readonly [key: string]: unknown };
    readonly promises: readonly PromiseMade[];
  }[];
  /** The reply, counted from 0, that puts a proposal to the shopper. */
  readonly asked: { readonly index: number; readonly id: ProposalId } | undefined;
  /** What becomes of the inbox row: answered, or set aside after its last try. */
  readonly end: 'done' | 'dead';
  readonly heard: Heard | undefined;
  /** What the turn read. */
  readonly audit: readonly AuditEntry[];
}

/** Whether the worker still holds the conversation, because more is waiting in it, or was relieved of it. */
export type LeaseLeft = 'held' | 'released';

/**
 * Ends a turn in one statement, and so in one transaction: checks the fence, then stores dialogue, replies, promises,
 * outbox rows, audit rows and the inbox row's end, and lets the conversation go when nothing else waits in it. One
 * statement, because a turn costs little else than its trips to the database and its commits. Throws LeaseLost, storing
 * nothing, when the fence has moved on.
 */
export async function storeTurn(sql: Sql, turn: FinishedTurn): Promise<LeaseLeft> {
  const { lease, inboxId, channel, now, dialogue, summary, asked, end, heard } = turn;
  const replies = turn.replies.map(({ body }, place) => ({ place, body, key: `turn:${inboxId}:${place}` }));
  const promises = turn.replies.flatMap((reply, place) => reply.promises.map((promise) => ({ place, ...promise })));
  const [row] = await sql<{ left: LeaseLeft }[]>`
    with more as (
      select exists (
        select from inbox where conversation_id = ${lease.conversationId} and state = 'waiting' and id <> ${inboxId}
      ) as waits
    ), held as (
      update conversations set dialogue = ${sql.json(dialogue as never)},
        summary = coalesce(${summary ? sql.json(summary) : null}::jsonb, summary), last_seq = last_seq + ${replies.length}::int,
        lease_owner = case when more.waits then lease_owner end,
        lease_until = case when more.waits then clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}) end
      from more where id = ${lease.conversationId} and fence = ${lease.fence}
      returning id, last_seq - ${replies.length}::int + 1 as first_seq, more.waits
    ), said as (
      insert into messages (conversation_id, seq, author, body, inbox_id)
      select held.id, first_seq + r.place, 'assistant', r.body, ${inboxId}
      from held, jsonb_to_recordset(${sql.json(replies as never)}) as r (place int, body jsonb)
      order by r.place returning id, seq
    ), promised as (
      insert into promises (conversation_id, message_id, customer_id, order_number, order_line_id, kind, said, basis, told_at)
      select held.id, said.id, p."customerId", p."orderNumber", p."orderLineId", p.kind, p.said, p.basis, ${now}
      from held, jsonb_to_recordset(${sql.json(promises as never)}) as p
        (place int, "customerId" text, "orderNumber" text, "orderLineId" text, kind text, said jsonb, basis jsonb)
      join said on true where said.seq = first_seq + p.place
    ), outgoing as (
      insert into outbox (idempotency_key, channel, conversation_id, payload)
      select r.key, ${channel}, held.id, jsonb_build_object('seq', first_seq + r.place, 'text', r.body->>'text')
      from held, jsonb_to_recordset(${sql.json(replies as never)}) as r (place int, body jsonb, key text)
      order by r.place on conflict (idempotency_key) do nothing
    ), asked as (
      update proposals set asked_in_seq = first_seq + ${asked?.index ?? 0}::int
      from held where proposals.id = ${asked?.id ?? null}::uuid and state = 'live'
    ), audited as (
      insert into audit (principal_kind, principal_id, conversation_id, tool, effect, input, allowed, outcome)
      select a."principalKind", a."principalId", a."conversationId", a.tool, a.effect, a.input, a.allowed, a.outcome
      from held, jsonb_to_recordset(${sql.json(turn.audit as never)}) as a
        ("principalKind" text, "principalId" text, "conversationId" text, tool text, effect text, input jsonb, allowed boolean, outcome text)
    ), settled as (
      update inbox set state = ${end}, attempts = attempts + ${end === 'dead' ? 1 : 0}::int, done_at = clock_timestamp(),
        answered_by = ${heard?.by ?? null}, wish = ${heard?.wish ?? null}, band = ${heard?.band ?? null}
      from held where inbox.id = ${inboxId}
    )
    select case when waits then 'held' else 'released' end as left,
      -- whoever of the team has the conversation reads along
      (select enqueue_job('hand-off-thread', jsonb_build_object('conversationId', held.id), held.id)
        from hand_offs h where h.conversation_id = held.id and h.state = 'open') as shown
    from held`;
  if (!row) throw new LeaseLost(`Conversation ${lease.conversationId} is held by another worker`);
  return row.left;
}
