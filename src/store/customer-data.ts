import { z } from 'zod';
import type { CustomerId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const Rows = z.array(z.record(z.string(), z.unknown()));
const DataRow = z.object({
  customer: z.record(z.string(), z.unknown()),
  contacts: Rows,
  orders: Rows,
  refunds: Rows,
  offers: Rows,
  loyalty: Rows,
  wishes: Rows,
  textConsents: Rows,
  delayNotices: Rows,
  conversations: Rows,
  datesTold: Rows,
});
/** Everything kept about a customer, by what it is. */
export type CustomerData = z.infer<typeof DataRow>;

/** Everything kept about a customer, as they may have it: nothing of the team's, nothing of anybody else. */
export async function customerData(sql: SqlOrTx, id: CustomerId): Promise<CustomerData | null> {
  const theirs = sql`(select number from orders where customer_id = ${id})`;
  const list = (rows: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (${rows}) t)`;
  const [row] = await sql`
    select jsonb_build_object('id', c.id, 'name', c.name, 'tier', c.tier, 'locale', c.locale, 'since', c.since,
        'isBusiness', c.is_business) as customer,
      ${list(sql`select kind, value, added_at as "addedAt" from contact_points where customer_id = ${id} and erased_at is null order by id`)} as contacts,
      ${list(sql`
        select number, placed_at as "placedAt", currency, paid_cents as "paidCents", postage_cents as "postageCents",
          payment_method as "paymentMethod", ship_to_name as "shipToName", ship_to_street as "shipToStreet",
          ship_to_city as "shipToCity", ship_to_region as "shipToRegion", ship_to_postcode as "shipToPostcode",
          ship_to_country as "shipToCountry", shipping_service as "shippingService", needed_by as "neededBy",
          (select jsonb_agg(jsonb_build_object('line', l.line_number, 'sku', l.sku, 'quantity', l.quantity,
            'unitPriceCents', l.unit_price_cents, 'state', l.state) order by l.line_number)
            from order_lines l where l.order_number = o.number) as lines
        from orders o where customer_id = ${id} order by placed_at`)} as orders,
      ${list(sql`
        select order_number as "orderNumber", amount_cents as "amountCents", currency, method, state, sent_at as "sentAt"
        from refunds where order_number in ${theirs} and state <> 'refused' order by id`)} as refunds,
      ${list(sql`
        select order_number as "orderNumber", kind, percent, points, face_cents as "faceCents", granted_at as "grantedAt"
        from offers where customer_id = ${id} order by granted_at`)} as offers,
      ${list(sql`select points, at from loyalty_entries where customer_id = ${id} order by id`)} as loyalty,
      ${list(sql`
        select channel, topic, wanted, words, at from notification_wishes where customer_id = ${id} order by id`)} as wishes,
      ${list(sql`
        select phone, kind, granted, words, at from sms_consents
        where phone in (select value from contact_points where customer_id = ${id} and kind = 'phone') order by id`)} as "textConsents",
      ${list(sql`
        select order_line_id as "orderLineId", payload, at from delay_records
        where kind in ('notice_sent', 'answer') and order_line_id in (
          select id from order_lines where order_number in ${theirs}) order by id`)} as "delayNotices",
      ${list(sql`
        select k.id, k.channel, k.opened_at as "openedAt",
          (select coalesce(jsonb_agg(jsonb_build_object('at', m.at, 'from', m.author, 'text', m.body -> 'text') order by m.seq), '[]')
            from messages m where m.conversation_id = k.id) as messages
        from conversations k where k.identity ->> 'customerId' = ${id} order by k.opened_at`)} as conversations,
      ${list(sql`
        select order_line_id as "orderLineId", said ->> 'fact' as fact, said -> 'value' as value, told_at as "toldAt"
        from promises where customer_id = ${id} order by id`)} as "datesTold"
    from customers c where c.id = ${id}`;
  return row ? DataRow.parse(row) : null;
}
