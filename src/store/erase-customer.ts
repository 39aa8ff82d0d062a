import type { Instant } from '../domain/kernel/dates.js';
import type { CustomerId } from '../domain/kernel/ids.js';
import type { Tx } from './connect.js';

/** What stands where words or a name stood. */
export const ERASED = '[erased]';

/**
 * Takes the words out of everything a customer wrote and was written in conversations and mail: transcripts, messages in
 * and out, what was noted for the team, and what the desk remembered of the talk. That something was said, and when, stays.
 */
export async function eraseTalk(tx: Tx, customerId: CustomerId): Promise<void> {
  const theirs = tx`(select id from conversations where identity ->> 'customerId' = ${customerId})`;
  const words = tx.json({ type: 'message', text: ERASED, textFormat: 'plain' });
  await tx`update messages set body = ${words} where conversation_id in ${theirs}`;
  await tx`
    update inbox set payload = jsonb_build_object('kind', 'message', 'text', ${ERASED}::text, 'source', ''), last_error = null
    where conversation_id in ${theirs} and state <> 'waiting'`;
  await tx`
    update outbox set payload = '{}', last_error = null
    where conversation_id in ${theirs} and state in ('sent', 'dead')`;
  await tx`
    delete from settled_effects where key like 'turn:%' and split_part(key, ':', 2) in (
      select id::text from inbox where conversation_id in ${theirs})`;
  await tx`
    update proposals set input = '{}', recap = '{}' where conversation_id in ${theirs} and state <> 'live'`;
  await tx`
    update hand_offs set summary = jsonb_set(summary, '{text}', to_jsonb(${ERASED}::text)) where conversation_id in ${theirs}`;
  await tx`
    update hand_off_entries set text = ${ERASED} where kind in ('reply', 'note', 'opened', 'closed', 'returned')
      and text is not null and hand_off_id in (select id from hand_offs where conversation_id in ${theirs})`;
  await tx`
    update inbound_mails set raw = '', sender = null, recipients = '{}', subject = ${ERASED}, text = ${ERASED},
      headers = '{}', attachments = '[]'
    where customer_id = ${customerId} or conversation_id in ${theirs}`;
  await tx`update conversations set dialogue = '{}', summary = null where id in ${theirs}`;
}

/**
 * Takes out whatever says who a customer is: name, contact details, the address of each order. What was ordered, paid and
 * sent back, and the evidence under the delay rule, stays under the customer's number, as the law wants.
 */
export async function erasePerson(tx: Tx, customerId: CustomerId, at: Instant): Promise<void> {
  await tx`update customers set name = ${ERASED}, locale = 'en-US' where id = ${customerId}`;
  await tx`
    update contact_points set value = 'erased-' || id, erased_at = ${at}
    where customer_id = ${customerId} and erased_at is null`;
  await tx`
    update orders set ship_to_name = ${ERASED}, ship_to_street = ${ERASED}, ship_to_city = ${ERASED},
      ship_to_postcode = '00000', payment_method = split_part(payment_method, ' ', 1)
    where customer_id = ${customerId}`;
  await tx`
    update shop_requests set about = jsonb_set(about, '{shipTo}', (about -> 'shipTo') || jsonb_build_object(
      'name', ${ERASED}::text, 'street', ${ERASED}::text, 'city', ${ERASED}::text, 'postcode', '00000'))
    where about ? 'shipTo' and order_number in (select number from orders where customer_id = ${customerId})`;
  await tx`
    update customer_message_ways set recipient = null,
      subject = case when subject is not null then ${ERASED} end, body = case when body is not null then ${ERASED} end
    where message_id in (select id from customer_messages where customer_id = ${customerId})`;
  await tx`
    update customer_messages set facts = jsonb_set(facts, '{newAddress}', to_jsonb(${ERASED}::text)), fact_key = 'erased:' || id
    where customer_id = ${customerId} and facts ? 'newAddress'`;
  await tx`delete from stock_wishes where customer_id = ${customerId}`;
  // a web conversation is no longer theirs; one by text keeps its number, with which its stop word is honoured
  await tx`
    update conversations set identity = null, dialogue = '{}', summary = null, reference = case channel when 'sms' then reference else '{}' end
    where identity ->> 'customerId' = ${customerId}`;
}
