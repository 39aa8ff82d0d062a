import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import type { SqlOrTx, Tx } from './connect.js';

export const MESSAGE_CHANNELS = ['chat', 'sms', 'email'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

const WayRow = z.object({
  channel: z.enum(MESSAGE_CHANNELS),
  state: z.enum(['waiting', 'sent', 'bounced', 'dropped', 'not_taken']),
  because: z.string().nullable(),
  recipient: z.string().nullable(),
});
export type MessageWay = z.infer<typeof WayRow>;

/** A way as it is chosen; what becomes of a mail is kept later. */
export type NewWay =
  | { readonly channel: 'chat' | 'sms'; readonly state: 'sent'; readonly chatMessageId: number }
  | { readonly channel: 'email'; readonly state: 'waiting'; readonly because: string; readonly recipient: string }
  | { readonly channel: 'sms'; readonly state: 'waiting'; readonly because: string }
  | { readonly channel: MessageChannel; readonly state: 'not_taken'; readonly because: string };

/** Keeps which way a message goes, or why it does not; a way that waited moves on. */
export async function keepWay(tx: Tx, messageId: string, way: NewWay, at: Instant): Promise<void> {
  const because = 'because' in way ? way.because : null;
  const chatMessageId = 'chatMessageId' in way ? way.chatMessageId : null;
  await tx`
    insert into customer_message_ways (message_id, channel, state, because, chat_message_id, recipient, at)
    values (${messageId}, ${way.channel}, ${way.state}, ${because}, ${chatMessageId},
      ${'recipient' in way ? way.recipient : null}, ${at})
    on conflict (message_id, channel) do update set state = excluded.state, because = excluded.because,
      chat_message_id = excluded.chat_message_id, at = excluded.at
    where customer_message_ways.state = 'waiting'`;
}

export async function waysOf(sql: SqlOrTx, messageId: string): Promise<MessageWay[]> {
  const rows = await sql`
    select channel, state, because, recipient from customer_message_ways where message_id = ${messageId}
    order by array_position(${sql.array([...MESSAGE_CHANNELS])}, channel)`;
  return rows.map((row) => WayRow.parse(row));
}

/** It will not go that way any more. */
export async function dropWay(
  tx: Tx,
  messageId: string,
  channel: MessageChannel,
  because: string,
  at: Instant,
): Promise<void> {
  await tx`
    update customer_message_ways set state = 'dropped', because = ${because}, at = ${at}
    where message_id = ${messageId} and channel = ${channel} and state = 'waiting'`;
}

/** A mail as it went out. */
export interface MailOfMessage {
  readonly mailId: string;
  readonly subject: string;
  readonly body: string;
}

/** What the mail server did with the mail, with its exact words. False when that was kept before. */
export async function settleMail(
  tx: Tx,
  messageId: string,
  state: 'sent' | 'bounced',
  { mailId, subject, body }: MailOfMessage,
  at: Instant,
): Promise<boolean> {
  const kept = await tx`
    update customer_message_ways set state = ${state}, because = null, mail_id = ${mailId}, subject = ${subject},
      body = ${body}, at = ${at}
    where message_id = ${messageId} and channel = 'email' and state = 'waiting'`;
  return kept.count === 1;
}

/** A mail that the server took came back: it told the customer nothing. Whose message it was; null for none. */
export async function bounceSentWay(tx: Tx, mailId: string, at: Instant): Promise<string | null> {
  const [row] = await tx<{ messageId: string }[]>`
    update customer_message_ways set state = 'bounced', at = ${at}
    where mail_id = ${mailId} and channel = 'email' and state = 'sent' returning message_id as "messageId"`;
  return row?.messageId ?? null;
}

const HeldRow = z.object({ messageId: z.string(), phone: z.string().nullable() });

/** Texts that wait for the hours in which they may be sent, oldest first, each with the number it is for now. */
export async function heldTexts(sql: SqlOrTx): Promise<z.infer<typeof HeldRow>[]> {
  const rows = await sql`
    select w.message_id as "messageId", (
      select p.value from contact_points p where p.customer_id = m.customer_id and p.kind = 'phone' order by p.id limit 1
    ) as phone
    from customer_message_ways w join customer_messages m on m.id = w.message_id
    where w.channel = 'sms' and w.state = 'waiting' order by w.at`;
  return rows.map((row) => HeldRow.parse(row));
}
