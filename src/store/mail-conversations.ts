import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

/** Name of the channel of mails. */
export const EMAIL = 'email';

const ConversationRow = z.object({ conversationId: ConversationId });

/** The conversation by mail about something, made if it is new. `about`: a notice's id, or whom it is with. */
export async function openMailConversation(tx: Tx, about: string): Promise<ConversationId> {
  const [row] = await tx`
    insert into conversations (id, channel, external_id) values ('mail-' || gen_random_uuid(), ${EMAIL}, ${about})
    on conflict (channel, external_id) do update set external_id = excluded.external_id
    returning id as "conversationId"`;
  return ConversationRow.parse(row).conversationId;
}

/** Keeps a mail's words in its conversation, once. False when they stand there already. */
export async function keepMailWords(
  tx: Tx,
  mailId: number,
  conversationId: ConversationId,
  text: string,
): Promise<boolean> {
  const rows = await tx`
    update inbound_mails set conversation_id = ${conversationId} where id = ${mailId} and conversation_id is null
    returning id`;
  if (rows.length === 0) return false;
  const body = { type: 'message', text, textFormat: 'plain', from: { id: 'shopper', role: 'user' } };
  await tx`
    with numbered as (
      update conversations set last_seq = last_seq + 1 where id = ${conversationId} returning id, last_seq
    )
    insert into messages (conversation_id, seq, author, body) select id, last_seq, 'shopper', ${tx.json(body)} from numbered`;
  return true;
}

const AnsweredRow = z.object({
  recipient: z.string(),
  subject: z.string(),
  messageId: z.string(),
  answersMessages: z.array(z.string()),
  noticeId: z.string().nullable(),
  /** Of the message that goes out, the template that worded it; null for a person's own words. */
  template: z.string().nullable(),
});

/** The newest mail of a conversation, which what was said at `seq` goes to; null where there is none. */
export async function mailToAnswer(
  sql: SqlOrTx,
  conversationId: ConversationId,
  seq: number,
): Promise<z.infer<typeof AnsweredRow> | null> {
  const [row] = await sql`
    select sender as recipient, subject, external_id as "messageId", answers_messages as "answersMessages",
      notice_id as "noticeId", (
        select body -> 'channelData' ->> 'template' from messages m where m.conversation_id = ${conversationId} and m.seq = ${seq}
      ) as template
    from inbound_mails where conversation_id = ${conversationId} and sender is not null order by id desc limit 1`;
  return row ? AnsweredRow.parse(row) : null;
}
