import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import type { Sql, SqlOrTx } from './connect.js';

const ClaimedRow = z.object({
  id: z.int(),
  idempotencyKey: z.string(),
  conversationId: ConversationId,
  payload: z.record(z.string(), z.unknown()),
  attempts: z.int(),
});
export type Claimed = z.infer<typeof ClaimedRow>;

/** Takes waiting rows of a channel for sending; nobody else takes them for 10 seconds. Oldest first. */
export async function claimOutbox(sql: Sql, channel: string, most: number): Promise<Claimed[]> {
  const rows = await sql`
    update outbox set state = 'sending', attempts = attempts + 1, claimed_until = clock_timestamp() + interval '10 seconds'
    where id in (
      select id from outbox where channel = ${channel} and state = 'waiting' and next_attempt_at <= clock_timestamp()
      order by id limit ${most} for update skip locked)
    returning id, idempotency_key as "idempotencyKey", conversation_id as "conversationId", payload, attempts`;
  return rows.map((row) => ClaimedRow.parse(row)).sort((a, b) => a.id - b.id);
}

export async function markSent(sql: SqlOrTx, ids: readonly number[]): Promise<void> {
  await sql`update outbox set state = 'sent', sent_at = clock_timestamp(), claimed_until = null where id = any(${[...ids]})`;
}

/** Puts rows back to try again after `afterSeconds`. */
export async function retryLater(
  sql: SqlOrTx,
  ids: readonly number[],
  afterSeconds: number,
  error: string,
): Promise<void> {
  await sql`
    update outbox set state = 'waiting', claimed_until = null, last_error = ${error.slice(0, 500)},
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
