import type { OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

/** The Message-IDs of all mails to the customer about an order that went out, oldest first, so that they stand together. */
export async function mailsAbout(sql: SqlOrTx, number: OrderNumber): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from (
      select message_id as id, settled_at as at from delay_notices where order_number = ${number}
      union all
      select message_id, settled_at from delay_mails where order_number = ${number}
      union all
      select w.mail_id, w.at from customer_message_ways w join customer_messages m on m.id = w.message_id
      where m.order_number = ${number}
    ) mails where id is not null group by id order by min(at)`;
  return rows.map(({ id }) => id);
}

/** Whether all notices that a mail told of, or reminded of, have their answer. */
export async function isMailAnswered(sql: SqlOrTx, mailId: string): Promise<boolean> {
  const [row] = await sql<{ answered: boolean | null }[]>`
    select bool_and(answer is not null) as answered from delay_notices
    where id = ${mailId} or mail_id = ${mailId} or id = (select notice_id from delay_mails where id = ${mailId})`;
  return row?.answered === true;
}
