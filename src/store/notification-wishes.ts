import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { CustomerId, Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

const Channel = z.enum(['sms', 'email']);
const Topic = z.enum(['shipping', 'dates']);
const WishRow = z.object({ channel: Channel, topic: Topic, wanted: z.boolean() });
export type NotificationWish = z.infer<typeof WishRow>;

export interface WishHeard {
  readonly customerId: CustomerId;
  readonly wishes: readonly NotificationWish[];
  /** Exactly what they wrote; null when they pressed a link. */
  readonly words: string | null;
  readonly source: 'conversation' | 'unsubscribe_link';
  readonly at: Instant;
}

/** Adds to the history of what a customer wants to be told. */
export async function keepWishes(tx: Tx, { customerId, wishes, words, source, at }: WishHeard): Promise<void> {
  for (const { channel, topic, wanted } of wishes)
    await tx`
      insert into notification_wishes (customer_id, channel, topic, wanted, words, source, at)
      values (${customerId}, ${channel}, ${topic}, ${wanted}, ${words}, ${source}, ${at})`;
}

/** What a customer said last of each channel and topic; nothing of what they never spoke of. */
export async function wishesOf(sql: SqlOrTx, customerId: CustomerId): Promise<NotificationWish[]> {
  const rows = await sql`
    select distinct on (channel, topic) channel, topic, wanted from notification_wishes
    where customer_id = ${customerId} order by channel, topic, id desc`;
  return rows.map((row) => WishRow.parse(row));
}

/** Keeps that a customer wants to hear when a product can be had again. False when they are on the list already. */
export async function keepStockWish(tx: Tx, customerId: CustomerId, sku: Sku, at: Instant): Promise<boolean> {
  const kept = await tx`
    insert into stock_wishes (customer_id, sku, asked_at) values (${customerId}, ${sku}, ${at})
    on conflict (customer_id, sku) where told_at is null do nothing`;
  return kept.count === 1;
}

const StockWishRow = z.object({ customerId: CustomerId, sku: Sku, askedAt: Instant });

/** Who still waits to hear of a product, the first to ask first. */
export async function openStockWishes(sql: SqlOrTx): Promise<z.infer<typeof StockWishRow>[]> {
  const rows = await sql`
    select customer_id as "customerId", sku, asked_at as "askedAt" from stock_wishes where told_at is null order by asked_at`;
  return rows.map((row) => StockWishRow.parse(row));
}

export async function stockWishTold(tx: Tx, customerId: CustomerId, sku: Sku, at: Instant): Promise<void> {
  await tx`
    update stock_wishes set told_at = ${at} where customer_id = ${customerId} and sku = ${sku} and told_at is null`;
}
