import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { OrderLineId, type OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const PromiseRow = z.object({
  toldAt: Instant,
  kind: z.enum(['date', 'amount', 'code']),
  orderLineId: OrderLineId.nullable(),
  fact: z.string(),
  text: z.string(),
  value: z.unknown(),
});
export type ToldPromise = z.infer<typeof PromiseRow>;

/** Every date, amount and code that was told about an order in its chats, oldest first. */
export async function promisesAbout(sql: SqlOrTx, number: OrderNumber): Promise<ToldPromise[]> {
  const rows = await sql`
    select told_at as "toldAt", kind, order_line_id as "orderLineId", said->>'fact' as fact, said->>'text' as text,
      said->'value' as value
    from promises
    where order_number = ${number}
      or order_line_id in (select id from order_lines where order_number = ${number})
    order by told_at, id`;
  return rows.map((row) => PromiseRow.parse(row));
}
