import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';
import { NoticeFacts } from './delay-notices.js';

const NoticeRow = z.object({
  promiseId: z.int(),
  noticeId: z.string(),
  orderNumber: OrderNumber,
  facts: NoticeFacts,
  state: z.enum(['waiting', 'sent', 'bounced', 'dropped']),
  madeAt: Instant,
  settledAt: Instant.nullable(),
  droppedBecause: z.string().nullable(),
  answer: z.enum(['keep', 'cancel']).nullable(),
  answeredAt: Instant.nullable(),
});

/** The delay notices that go back to some of a supplier's promises, oldest first. */
export async function noticesCausedBy(
  sql: SqlOrTx,
  promiseIds: readonly number[],
): Promise<z.infer<typeof NoticeRow>[]> {
  const rows = await sql`
    select cause as "promiseId", id as "noticeId", order_number as "orderNumber", facts, state, made_at as "madeAt",
      settled_at as "settledAt", dropped_because as "droppedBecause", answer, answered_at as "answeredAt"
    from delay_notices where cause = any(${[...promiseIds]}) order by made_at, id`;
  return rows.map((row) => NoticeRow.parse(row));
}

const MessageRow = z.object({
  /** The promise, or the notice it stands beside. */
  cause: z.string(),
  messageId: z.string(),
  kind: z.string(),
  orderNumber: OrderNumber.nullable(),
  state: z.enum(['waiting', 'told', 'dropped']),
  madeAt: Instant,
  droppedBecause: z.string().nullable(),
  ways: z.array(z.object({ channel: z.string(), state: z.string() })),
});

/** The messages to customers that go back to some promises or notices, oldest first, each with the ways it went. */
export async function messagesCausedBy(sql: SqlOrTx, causes: readonly string[]): Promise<z.infer<typeof MessageRow>[]> {
  const rows = await sql`
    select m.cause, m.id as "messageId", m.kind, m.order_number as "orderNumber", m.state, m.made_at as "madeAt",
      m.dropped_because as "droppedBecause",
      coalesce((select jsonb_agg(jsonb_build_object('channel', w.channel, 'state', w.state) order by w.channel)
        from customer_message_ways w where w.message_id = m.id), '[]') as ways
    from customer_messages m where m.cause = any(${[...causes]}) order by m.made_at, m.id`;
  return rows.map((row) => MessageRow.parse(row));
}
