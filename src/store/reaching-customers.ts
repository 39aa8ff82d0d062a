import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import { ConversationId, type CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';
import { SMS } from './sms-conversations.js';

const ReachRow = z.object({
  name: z.string(),
  locale: z.string(),
  email: z.string().nullable(),
  /** Whether they let us write to it about their orders; null when they were never asked. */
  allowsEmail: z.boolean().nullable(),
  phone: z.string().nullable(),
  /** The newest word about texts to it: of the texting ledger, else as it was given with the number. */
  allowsTexts: z.boolean().nullable(),
});
export type CustomerReach = z.infer<typeof ReachRow>;

/** Where a customer can be reached, and what they said about it: the first e-mail and the first phone on file. */
export async function reachOfCustomer(sql: SqlOrTx, id: CustomerId): Promise<CustomerReach | null> {
  const [row] = await sql`
    select c.name, c.locale, mail.value as email, mail.granted as "allowsEmail", phone.value as phone,
      coalesce((
        select granted from sms_consents s where s.phone = phone.value and s.kind = 'service' order by s.id desc limit 1
      ), phone.granted) as "allowsTexts"
    from customers c
    left join lateral (${firstPoint(sql, 'email')}) mail on true
    left join lateral (${firstPoint(sql, 'phone')}) phone on true
    where c.id = ${id}`;
  return row ? ReachRow.parse(row) : null;
}

const firstPoint = (sql: SqlOrTx, kind: 'email' | 'phone') => sql`
  select p.value, (
    select granted from consents n where n.contact_point_id = p.id and n.purpose = 'service' order by n.id desc limit 1
  ) as granted
  from contact_points p where p.customer_id = c.id and p.kind = ${kind} and p.erased_at is null order by p.id limit 1`;

const ChatRow = z.object({
  conversationId: ConversationId,
  /** The orders they have shown to be theirs. */
  orders: z.union([z.literal('all'), z.array(OrderNumber)]),
});
export type OpenChat = z.infer<typeof ChatRow>;

/** The chat in which a customer wrote last and still counts as them, unless a person leads it; null when there is none. */
export async function openChatWith(sql: SqlOrTx, id: CustomerId, now: Instant): Promise<OpenChat | null> {
  const [row] = await sql`
    select c.id as "conversationId", c.identity -> 'orders' as orders
    from conversations c join lateral (
      select max(at) as at from messages m where m.conversation_id = c.id and m.author = 'shopper'
    ) newest on newest.at is not null
    where c.identity ->> 'customerId' = ${id} and (c.identity ->> 'until')::timestamptz > ${now}
      and c.mode = 'assistant' and c.channel <> ${SMS}
    order by newest.at desc limit 1`;
  return row ? ChatRow.parse(row) : null;
}
