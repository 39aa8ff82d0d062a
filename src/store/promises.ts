import type { Instant } from '../domain/kernel/dates.js';
import type { ConversationId, CustomerId, OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { Tx } from './connect.js';

/** One thing a customer was told, and the fact it rested on. */
export interface PromiseMade {
  readonly messageId: number;
  readonly customerId: CustomerId | null;
  readonly orderNumber: OrderNumber | null;
  readonly orderLineId: OrderLineId | null;
  readonly kind: 'date' | 'amount' | 'code';
  /** The name of the fact and its value as the customer read it. */
  readonly said: { readonly fact: string; readonly text: string; readonly value: unknown };
  /** The tool whose result bore it, and where in that result. */
  readonly basis: { readonly tool: string; readonly path: string };
}

export async function recordPromises(
  tx: Tx,
  conversationId: ConversationId,
  toldAt: Instant,
  promises: readonly PromiseMade[],
): Promise<void> {
  if (promises.length === 0) return;
  await tx`
    insert into promises (conversation_id, message_id, customer_id, order_number, order_line_id, kind, said, basis, told_at)
    select ${conversationId}, p."messageId", p."customerId", p."orderNumber", p."orderLineId", p.kind, p.said, p.basis, ${toldAt}
    from jsonb_to_recordset(${tx.json(promises as never)}) as p
      ("messageId" bigint, "customerId" text, "orderNumber" text, "orderLineId" text, kind text, said jsonb, basis jsonb)`;
}
