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
export const soleOwnerOf = async (sql: SqlOrTx, phone: string): Promise<CustomerId | null> =>
  (await soleOwners(sql, [phone])).get(phone) ?? null;

async function soleOwners(sql: SqlOrTx, phones: readonly string[]): Promise<Map<string, CustomerId>> {
  const rows = await sql<{ phone: string; id: string }[]>`
    select value as phone, min(customer_id) as id from contact_points where kind = 'phone' and value = any(${[...phones]})
    group by value having count(distinct customer_id) = 1`;
  return new Map(rows.map(({ phone, id }) => [phone, CustomerId.parse(id)]));
}

const PlaceRow = z.object({ state: z.string().nullable(), zone: Zone.nullable() });
type Place = z.infer<typeof PlaceRow>;
const NOWHERE_KNOWN: Place = { state: null, zone: null };

/** Where the customer of a number lives, by their newest order; nothing when the number is nobody's or several people's. */
export const placeOf = async (sql: SqlOrTx, phone: string): Promise<Place> =>
  (await placesOf(sql, [phone])).get(phone) ?? NOWHERE_KNOWN;

/** As placeOf, of some numbers: each has its place. */
export async function placesOf(sql: SqlOrTx, phones: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const owners = await soleOwners(sql, phones);
  const rows = await sql<{ id: string }[]>`
    select distinct on (customer_id) customer_id as id, nullif(ship_to_region, '') as state, ship_to_zone as zone
    from orders where customer_id = any(${[...owners.values()]}) order by customer_id, placed_at desc`;
  const places = new Map(rows.map((row) => [row.id, PlaceRow.parse(row)]));
  return new Map(phones.map((phone) => [phone, places.get(owners.get(phone) ?? '') ?? NOWHERE_KNOWN]));
}
