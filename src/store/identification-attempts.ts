import type { Instant } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

export interface IdentificationAttempt {
  readonly orderNumber: string;
  readonly source: string;
  readonly conversationId: ConversationId;
  readonly passed: boolean;
  readonly at: Instant;
}

/** Wrong tries since `since` from this place (address or conversation): for this order, and for any order. */
export async function countWrongTries(
  sql: SqlOrTx,
  {
    orderNumber,
    source,
    conversationId,
    since,
  }: { orderNumber: string; source: string; conversationId: ConversationId; since: Instant },
): Promise<{ forOrder: number; anyOrder: number }> {
  const [row] = await sql<{ forOrder: number; anyOrder: number }[]>`
    select count(*) filter (where order_number = ${orderNumber})::int as "forOrder", count(*)::int as "anyOrder"
    from identification_attempts
    where not passed and at > ${since} and (source = ${source} or conversation_id = ${conversationId})`;
  return row ?? { forOrder: 0, anyOrder: 0 };
}

export async function recordAttempt(tx: Tx, attempt: IdentificationAttempt): Promise<void> {
  await tx`insert into identification_attempts ${tx({
    order_number: attempt.orderNumber,
    source: attempt.source,
    conversation_id: attempt.conversationId,
    passed: attempt.passed,
    at: attempt.at,
  })}`;
}

/**
 * Makes tries from one place take turns until the transaction ends, so that tries sent at once are counted one by one.
 */
export async function takeTurnToIdentify(tx: Tx, source: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`identify:${source}`}, 0))`;
}
