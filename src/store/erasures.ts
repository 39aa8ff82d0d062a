import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

/** Keeps that a customer wants their data erased. False when that is under way already. */
export async function askErasure(tx: Tx, customerId: CustomerId, at: Instant): Promise<boolean> {
  const kept = await tx`
    insert into erasures (customer_id, asked_at) values (${customerId}, ${at})
    on conflict (customer_id) where done_at is null do nothing`;
  return kept.count === 1;
}

const ErasureRow = z.object({ id: z.int(), customerId: CustomerId, talkErasedAt: Instant.nullable() });
export type Erasure = z.infer<typeof ErasureRow>;

/** Erasures that are not done, oldest first. */
export async function openErasures(sql: SqlOrTx): Promise<Erasure[]> {
  const rows = await sql`
    select id::int, customer_id as "customerId", talk_erased_at as "talkErasedAt" from erasures
    where done_at is null order by id`;
  return rows.map((row) => ErasureRow.parse(row));
}

export const isErasureOpen = async (sql: SqlOrTx, customerId: CustomerId): Promise<boolean> =>
  (await sql`select from erasures where customer_id = ${customerId} and done_at is null`).length > 0;

/** The customer's orders for which they must be reachable: something has not left, or money has not gone back. */
export async function ordersNotDone(sql: SqlOrTx, customerId: CustomerId): Promise<OrderNumber[]> {
  const rows = await sql`
    select number from orders o where customer_id = ${customerId} and (
      exists (select from order_lines l where l.order_number = o.number
        and l.state not in ('shipped', 'delivered', 'cancelled'))
      or exists (select from refunds r where r.order_number = o.number and r.state in ('owed', 'requested')))
    order by number`;
  return rows.map((row) => z.object({ number: OrderNumber }).parse(row).number);
}

/** Whether one of the customer's conversations is being answered, or what was said in one is still on its way. */
export async function isTalking(sql: SqlOrTx, customerId: CustomerId): Promise<boolean> {
  const rows = await sql`
    select from conversations c where c.identity ->> 'customerId' = ${customerId} and (
      c.lease_until > clock_timestamp()
      or exists (select from inbox i where i.conversation_id = c.id and i.state = 'waiting')
      or exists (select from outbox b where b.conversation_id = c.id and b.state in ('waiting', 'sending', 'unknown')))
    limit 1`;
  return rows.length > 0;
}

export async function talkErased(tx: Tx, id: number, at: Instant): Promise<void> {
  await tx`update erasures set talk_erased_at = ${at} where id = ${id}`;
}

export async function erasureDone(tx: Tx, id: number, at: Instant): Promise<void> {
  await tx`update erasures set done_at = ${at}, talk_erased_at = coalesce(talk_erased_at, ${at}) where id = ${id}`;
}
