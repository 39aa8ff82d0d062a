import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Zone } from '../domain/kernel/dates.js';
import { ConversationId, CustomerId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

/** Name of the channel of texts. */
export const SMS = 'sms';

/** The two numbers a conversation by text is held between. */
export interface PhonePair {
  /** The shopper's. */
  readonly phone: string;
  readonly ours: string;
}

/** The conversation between two numbers, made if it is new. Its id says nothing about them. */
export async function openTextConversation(sql: SqlOrTx, { phone, ours }: PhonePair): Promise<ConversationId> {
  const [row] = await sql`
    insert into conversations (id, channel, external_id, reference)
    values (${`sms-${randomUUID()}`}, ${SMS}, ${`${phone} ${ours}`}, ${sql.json({ phone })})
    on conflict (channel, external_id) do update set reference = excluded.reference returning id`;
  return z.object({ id: ConversationId }).parse(row).id;
}

/** The shopper's number in a conversation by text; null for any other conversation. */
export async function phoneOf(sql: SqlOrTx, id: ConversationId): Promise<string | null> {
  const [row] = await sql<{ phone: string }[]>`
    select reference ->> 'phone' as phone from conversations where id = ${id} and channel = ${SMS}`;
  return row?.phone ?? null;
}

/** The customer whose number this is. Null when nobody has it on file, or several have. */
export async function soleOwnerOf(sql: SqlOrTx, phone: string): Promise<CustomerId | null> {
  const rows = await sql`
    select distinct customer_id as id from contact_points where kind = 'phone' and value = ${phone} limit 2`;
  const [only, other] = rows.map((row) => z.object({ id: CustomerId }).parse(row).id);
  return only !== undefined && other === undefined ? only : null;
}

const PlaceRow = z.object({ state: z.string().nullable(), zone: Zone.nullable() });

/** Where the customer of a number lives, by their newest order; nothing when the number is nobody's or several people's. */
export async function placeOf(sql: SqlOrTx, phone: string): Promise<z.infer<typeof PlaceRow>> {
  const customerId = await soleOwnerOf(sql, phone);
  const [row] = await sql`
    select nullif(ship_to_region, '') as state, ship_to_zone as zone from orders
    where customer_id = ${customerId} order by placed_at desc limit 1`;
  return row ? PlaceRow.parse(row) : { state: null, zone: null };
}
