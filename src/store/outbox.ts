import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import type { Sql, SqlOrTx, Tx } from './connect.js';

const ClaimedRow = z.object({
  id: z.int(),
  idempotencyKey: z.string(),
  /** Null for what belongs to no conversation. */
  conversationId: ConversationId.nullable(),
  payload: z.record(z.string(), z.unknown()),
  attempts: z.int(),
  madeAt: z.iso.datetime(),
});
export type Claimed = z.infer<typeof ClaimedRow>;

export interface Outgoing {
  /** The same key goes out once. */
  readonly key: string;
  readonly channel: string;
  /** Rows of one lane go out one after another. */
  readonly lane: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Stores what must go out, in the transaction of what caused it. */
export async function addToOutbox(tx: Tx, outgoing: readonly Outgoing[]): Promise<void> {
  const rows = outgoing.map((row, place) => ({ ...row, place }));
  await tx`
    insert into outbox (idempotency_key, channel, lane, payload)
    select o.key, o.channel, o.lane, o.payload
    from jsonb_to_recordset(${tx.json(rows as never)}) as o (key text, channel text, lane text, payload jsonb, place int)
    order by o.place on conflict (idempotency_key) do nothing`;
}

/**
 * Takes rows of a channel that wait, or of which nobody knows whether they went out; nobody else takes them for 10
 * seconds. Oldest first, and of a lane only the first that is not settled.
 */
export async function claimOutbox(
  sql: Sql,
  channel: string,
  most: number,
  state: 'waiting' | 'unknown' = 'waiting',
): Promise<Claimed[]> {
  const rows = await sql`
    update outbox set state = 'sending', attempts = attempts + 1, claimed_until = clock_timestamp() + interval '10 seconds'
    where id in (
      select id from outbox o where channel = ${channel} and state = ${state} and next_attempt_at <= clock_timestamp()
        and (lane is null or not exists (
          select from outbox e where e.channel = o.channel and e.lane = o.lane and e.id < o.id
            and e.state in ('waiting', 'sending', 'unknown')))
      order by id limit ${most} for update skip locked)
    returning id, idempotency_key as "idempotencyKey", conversation_id as "conversationId", payload, attempts,
      made_at as "madeAt"`;
  return rows.map((row) => ClaimedRow.parse(row)).sort((a, b) => a.id - b.id);
}

export async function markSent(sql: SqlOrTx, ids: readonly number[]): Promise<void> {
  await sql`update outbox set state = 'sent', sent_at = clock_timestamp(), claimed_until = null where id = any(${[...ids]})`;
}

/** Gives a row up: it can never go out as it is. */
export async function markDead(sql: SqlOrTx, id: number, error: string): Promise<void> {
  await sql`update outbox set state = 'dead', claimed_until = null, last_error = ${error.slice(0, 500)} where id = ${id}`;
}

/** Puts rows back to try again after `afterSeconds`: to send them, or to find out whether they went out. */
export async function retryLater(
  sql: SqlOrTx,
  ids: readonly number[],
  { afterSeconds, error, as = 'waiting' }: { afterSeconds: number; error: string; as?: 'waiting' | 'unknown' },
): Promise<void> {
  await sql`
    update outbox set state = ${as}, claimed_until = null, last_error = ${error.slice(0, 500)},
      next_attempt_at = clock_timestamp() + make_interval(secs => ${afterSeconds}::float8)
    where id = any(${[...ids]})`;
}

/**
 * Frees rows whose sender died between claiming and recording. Where sending twice does no harm they wait again;
 * elsewhere nobody knows whether they went out, so they are marked unknown and never resent blindly.
 */
export async function freeAbandoned(sql: SqlOrTx, channel: string, resendable: boolean): Promise<void> {
  await sql`
    update outbox set state = ${resendable ? 'waiting' : 'unknown'}, claimed_until = null
    where channel = ${channel} and state = 'sending' and claimed_until < clock_timestamp()`;
}

/** The newest row there is, sent or not; 0 before the first. */
export async function newestOutgoing(sql: SqlOrTx): Promise<number> {
  const [row] = await sql<{ id: number }[]>`select coalesce(max(id), 0)::bigint as id from outbox`;
  return row?.id ?? 0;
}
