import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, type CustomerId } from '../domain/kernel/ids.js';
import type { Sql, SqlOrTx, Tx } from './connect.js';

const ConversationRow = z.object({
  id: ConversationId,
  channel: z.string(),
  externalId: z.string(),
  reference: z.record(z.string(), z.unknown()),
  identity: z.unknown(),
  dialogue: z.record(z.string(), z.unknown()),
  mode: z.enum(['assistant', 'person', 'closed']),
  lastSeq: z.int(),
  /** What a language model noted of its first lines. */
  summary: z.object({ text: z.string(), upToSeq: z.int() }).nullable(),
});
export type ConversationRecord = z.infer<typeof ConversationRow>;

const columns = (sql: SqlOrTx) => sql`
  c.id, c.channel, c.external_id as "externalId", c.reference, c.identity, c.dialogue, c.mode, c.last_seq as "lastSeq",
  c.summary`;

/** Makes the conversation if it is new. Calling it again changes nothing. */
export async function openConversation(
  sql: SqlOrTx,
  { id, channel, externalId }: { id: ConversationId; channel: string; externalId: string },
): Promise<void> {
  await sql`insert into conversations (id, channel, external_id) values (${id}, ${channel}, ${externalId}) on conflict do nothing`;
}

export async function findConversation(sql: SqlOrTx, id: ConversationId): Promise<ConversationRecord | null> {
  const [row] = await sql`select ${columns(sql)} from conversations c where c.id = ${id}`;
  return row ? ConversationRow.parse(row) : null;
}

/** Holds a conversation until the transaction ends: no turn of it ends meanwhile, and nothing is said in it. */
export async function lockConversation(tx: Tx, id: ConversationId): Promise<void> {
  await tx`select from conversations where id = ${id} for no key update`;
}

/** Ties the conversation to who the shopper has shown to be (see tools/principal.ts), or unties it with null. */
export async function setIdentity(
  sql: SqlOrTx,
  id: ConversationId,
  identity: { until: Instant } | null,
): Promise<void> {
  await sql`update conversations set identity = ${identity === null ? null : sql.json(identity as never)} where id = ${id}`;
}

const TalkRow = z.object({
  conversationId: ConversationId,
  channel: z.string(),
  mode: z.enum(['assistant', 'person', 'closed']),
  lastWroteAt: Instant,
  /** The newest things they wrote, oldest first. */
  wrote: z.array(z.string()),
});
export type Talk = z.infer<typeof TalkRow>;

/** The conversation in which somebody who had shown to be this customer wrote last, with their `most` newest messages. */
export async function newestTalkWith(sql: SqlOrTx, customerId: CustomerId, most: number): Promise<Talk | null> {
  const [row] = await sql`
    select c.id as "conversationId", c.channel, c.mode, newest.at as "lastWroteAt",
      array(select text from (
        select m.seq, m.body ->> 'text' as text from messages m
        where m.conversation_id = c.id and m.author = 'shopper' and m.body ->> 'text' <> ''
        order by m.seq desc limit ${most}
      ) latest order by seq) as wrote
    from conversations c join lateral (
      select max(at) as at from messages m where m.conversation_id = c.id and m.author = 'shopper'
    ) newest on newest.at is not null
    where c.identity ->> 'customerId' = ${customerId}
    order by newest.at desc limit 1`;
  return row ? TalkRow.parse(row) : null;
}

/** The hold one worker has on a conversation. Every commit of a turn checks the fence; a later holder has a higher one. */
export interface Lease {
  readonly conversationId: ConversationId;
  readonly fence: number;
  /** The holder before went silent in the middle of its work, most likely because its process died. */
  readonly afterSilence: boolean;
  /** A person of the team has the conversation: its messages are taken up and not answered. */
  readonly isWithPerson: boolean;
}

/** How long a silent holder keeps a conversation: a waiting shopper of a dead worker is served within this time. */
export const LEASE_SECONDS = 4;

/** Takes one conversation that has something waiting and no holder, the longest waiting first; null when there is none. */
export async function takeLease(sql: Sql, owner: string): Promise<Lease | null> {
  const [row] = await sql<{ id: ConversationId; fence: number; afterSilence: boolean; isWithPerson: boolean }[]>`
    with free as (
      select k.id, k.lease_owner from inbox i join conversations k on k.id = i.conversation_id
      where i.state = 'waiting' and (k.lease_until is null or k.lease_until < clock_timestamp())
      order by i.id limit 1 for update of k skip locked)
    update conversations c set lease_owner = ${owner}, fence = c.fence + 1,
      lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from free where c.id = free.id
    returning c.id, c.fence, free.lease_owner is not null as "afterSilence", c.mode = 'person' as "isWithPerson"`;
  if (!row) return null;
  const { id: conversationId, fence, afterSilence, isWithPerson } = row;
  return { conversationId, fence, afterSilence, isWithPerson };
}

/** Keeps the hold for another LEASE_SECONDS. False when it was let go meanwhile, or somebody else has it. */
export async function renewLease(sql: SqlOrTx, { conversationId, fence }: Lease): Promise<boolean> {
  const kept = await sql`
    update conversations set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${conversationId} and fence = ${fence} and lease_owner is not null`;
  return kept.count === 1;
}

/** Lets go. With `restSeconds` nobody takes the conversation before that time, so that a failing turn is not hammered. */
export async function releaseLease(sql: SqlOrTx, { conversationId, fence }: Lease, restSeconds = 0): Promise<void> {
  await sql`
    update conversations set lease_owner = null,
      lease_until = case when ${restSeconds}::float8 > 0 then clock_timestamp() + make_interval(secs => ${restSeconds}::float8) end
    where id = ${conversationId} and fence = ${fence}`;
}

/** The holder lost its lease to another worker: whatever it worked out must not be stored. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
