import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { businessNow } from './clock.js';
import type { SqlOrTx, Tx } from './connect.js';
import { CUSTOMER_MESSAGE_FACTS, CUSTOMER_MESSAGE_KINDS, type Told } from './customer-message-facts.js';
import { enqueue } from './jobs/enqueue.js';

const Row = z.object({
  messageId: z.string(),
  kind: z.enum(CUSTOMER_MESSAGE_KINDS),
  customerId: CustomerId,
  orderNumber: OrderNumber.nullable(),
  facts: z.unknown(),
  cause: z.string().nullable(),
  state: z.enum(['waiting', 'told', 'dropped']),
  madeAt: Instant,
  droppedBecause: z.string().nullable(),
});
export type CustomerMessageRecord = Omit<z.infer<typeof Row>, 'kind' | 'facts'> & Told;

const columns = (sql: SqlOrTx) => sql`
  id as "messageId", kind, customer_id as "customerId", order_number as "orderNumber", facts, cause, state,
  made_at as "madeAt", dropped_because as "droppedBecause"`;

function recordOf(row: unknown): CustomerMessageRecord {
  const { kind, facts, ...rest } = Row.parse(row);
  return { ...rest, ...({ kind, facts: CUSTOMER_MESSAGE_FACTS[kind].parse(facts) } as Told) };
}

export type NewCustomerMessage = Told & {
  readonly customerId: CustomerId;
  /** What made it so, such as a supplier's promise. */
  readonly cause?: string;
};

/**
 * Keeps something a customer is to be told, in the transaction that makes it so, and has it told by the ways they want
 * (tools/tell-customer.ts). Each fact is told once: its id, or null when it was put in before.
 */
export async function addCustomerMessage(tx: Tx, message: NewCustomerMessage): Promise<string | null> {
  const key = factKey(message);
  const messageId = `message-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  const orderNumber = 'orderNumber' in message.facts ? message.facts.orderNumber : null;
  const [row] = await tx`
    insert into customer_messages (id, fact_key, kind, customer_id, order_number, facts, cause, made_at)
    values (${messageId}, ${key}, ${message.kind}, ${message.customerId}, ${orderNumber},
      ${tx.json(message.facts as never)}, ${message.cause ?? null}, ${await businessNow(tx)})
    on conflict (fact_key) do nothing returning id`;
  if (!row) return null;
  await enqueue(tx, 'customer-message', { messageId });
  return messageId;
}

/** As addCustomerMessage, for whoever finds the same facts at every look: what was put in before costs one read in all. */
export async function addNewMessages(tx: Tx, messages: readonly NewCustomerMessage[]): Promise<void> {
  const rows = await tx<{ key: string }[]>`
    select fact_key as key from customer_messages where fact_key = any(${messages.map(factKey)})`;
  const known = new Set(rows.map(({ key }) => key));
  for (const message of messages) if (!known.has(factKey(message))) await addCustomerMessage(tx, message);
}

/** Names the fact a message tells: the same one, found twice, has the same. */
function factKey({ kind, facts, customerId }: NewCustomerMessage): string {
  switch (kind) {
    case 'order_confirmed':
      return `${kind}:${facts.orderNumber}`;
    case 'shipped':
      return `${kind}:${facts.parcel.shipmentId}`;
    case 'arriving_today':
      return `${kind}:${facts.parcel.shipmentId}`;
    case 'date_moved':
    case 'back_on_time':
      return `${kind}:${facts.lines.map((line) => `${line.orderLineId}@${line.toldShipBy}>${line.cautiousOn}`).join()}`;
    case 'refund_sent':
      return `${kind}:${facts.refundId}`;
    case 'cancelled':
      return `${kind}:${facts.items.map(({ orderLineId }) => orderLineId).join()}`;
    case 'swapped':
      return `${kind}:${facts.orderLineId}:${facts.substituteName}`;
    case 'split':
      return `${kind}:${facts.orderNumber}:${facts.splitNow.map(({ lineName, quantity }) => `${quantity} ${lineName}`).join()}`;
    case 'upgraded':
      return `${kind}:${facts.orderNumber}`;
    case 'address_changed':
      return `${kind}:${facts.orderNumber}:${facts.newAddress}`;
    case 'back_in_stock':
      return `${kind}:${customerId}:${facts.sku}:${facts.askedOn}`;
    case 'notice_mailed':
    case 'reminder_mailed':
    case 'cancellation_mailed':
      return `${kind}:${facts.noticeId}`;
  }
}

export async function findCustomerMessage(sql: SqlOrTx, messageId: string): Promise<CustomerMessageRecord | null> {
  const [row] = await sql`select ${columns(sql)} from customer_messages where id = ${messageId}`;
  return row ? recordOf(row) : null;
}

/** As findCustomerMessage, holding the row until the transaction ends. */
export async function lockCustomerMessage(tx: Tx, messageId: string): Promise<CustomerMessageRecord | null> {
  const [row] = await tx`select ${columns(tx)} from customer_messages where id = ${messageId} for update`;
  return row ? recordOf(row) : null;
}

/** It was told, or was not because `droppedBecause`. */
export async function closeCustomerMessage(
  tx: Tx,
  messageId: string,
  { at, droppedBecause = null }: { readonly at: Instant; readonly droppedBecause?: string | null },
): Promise<void> {
  await tx`
    update customer_messages set settled_at = ${at}, dropped_because = ${droppedBecause},
      state = ${droppedBecause === null ? 'told' : 'dropped'}
    where id = ${messageId} and state = 'waiting'`;
}
