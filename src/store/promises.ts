import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { type ConversationId, type CustomerId, OrderLineId, type OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

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

/** What a person of the team told a customer. It rests on their word: `basis` names them. */
export interface ToldByPerson {
  readonly conversationId: ConversationId;
  readonly messageId: number;
  readonly customerId: CustomerId | null;
  readonly staffId: string;
  readonly toldAt: Instant;
  readonly claims: readonly { readonly kind: ToldPromise['kind']; readonly text: string; readonly value: unknown }[];
}

/** Keeps the dates, amounts and codes of a person's message in the promise ledger. */
export async function keepToldByPerson(tx: Tx, told: ToldByPerson): Promise<void> {
  const { conversationId, messageId, customerId, staffId, toldAt, claims } = told;
  await tx`
    insert into promises (conversation_id, message_id, customer_id, kind, said, basis, told_at)
    select ${conversationId}, ${messageId}, ${customerId}, c.kind,
      jsonb_build_object('fact', 'told_by_person', 'text', c.text, 'value', c.value),
      jsonb_build_object('person', ${staffId}::text), ${toldAt}
    from jsonb_to_recordset(${tx.json(claims as never)}) as c (kind text, text text, value jsonb)`;
}

/** What a message told without being asked; it rests on the fact the message was made of. */
export interface ToldByMessage {
  readonly messageId: string;
  readonly customerId: CustomerId;
  readonly cause: string | null;
  readonly toldAt: Instant;
  readonly claims: readonly {
    readonly kind: ToldPromise['kind'];
    readonly orderNumber: OrderNumber | null;
    readonly orderLineId: OrderLineId | null;
    readonly fact: string;
    readonly value: unknown;
  }[];
}

/** Keeps the dates and amounts of a message to a customer in the promise ledger, once whatever ways it goes. */
export async function keepToldByMessage(tx: Tx, told: ToldByMessage): Promise<void> {
  const { messageId, customerId, cause, toldAt, claims } = told;
  await tx`
    insert into promises (customer_message_id, customer_id, order_number, order_line_id, kind, said, basis, told_at)
    select ${messageId}, ${customerId}, c."orderNumber", c."orderLineId", c.kind,
      jsonb_build_object('fact', c.fact, 'text', c.value #>> '{}', 'value', c.value),
      jsonb_build_object('customerMessage', ${messageId}::text, 'cause', ${cause}::text), ${toldAt}
    from jsonb_to_recordset(${tx.json(claims as never)})
      as c ("orderNumber" text, "orderLineId" text, kind text, fact text, value jsonb)
    where not exists (select from promises p where p.customer_message_id = ${messageId})`;
}
