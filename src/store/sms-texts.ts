import { z } from 'zod';
import type { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { Sql, SqlOrTx } from './connect.js';
import type { Claimed } from './outbox.js';
import { SMS } from './sms-conversations.js';

const DueRow = z.object({
  phone: z.string(),
  author: z.enum(['assistant', 'person', 'shopper']),
  body: z.looseObject({
    text: z.string(),
    channelData: z
      .looseObject({
        template: z.string().optional(),
        purpose: z.enum(['marketing']).optional(),
        /** The message to a customer it is, which nobody asked for. */
        customerMessage: z.string().optional(),
      })
      .optional(),
    suggestedActions: z.object({ actions: z.array(z.object({ title: z.string(), value: z.unknown() })) }).optional(),
  }),
  /** What it answers, as the inbox has it; null for what is said outside a turn. */
  answers: z.string().nullable(),
  /** More of the same turn follows. */
  goesOn: z.boolean(),
  /** Something said before waits or is on its way. */
  waitsForEarlier: z.boolean(),
  /** The shopper wrote within the hour. */
  wroteLately: z.boolean(),
  isFirst: z.boolean(),
});
export type DueText = z.infer<typeof DueRow>;

/** Why a text waits that must not be sent at this hour; what comes after it does not wait for it. */
export const HELD = 'held until the hours in which this number may be texted';

/** All that decides how and whether a message of the outbox goes out as a text. */
export async function dueText(sql: SqlOrTx, { id, conversationId }: Claimed, seq: number): Promise<DueText> {
  const [row] = await sql`
    select c.reference ->> 'phone' as phone, m.author, m.body, i.payload ->> 'kind' as answers,
      m.inbox_id is not null and exists (
        select from messages n where n.conversation_id = m.conversation_id and n.seq = m.seq + 1 and n.inbox_id = m.inbox_id
      ) as "goesOn",
      exists (
        select from outbox e where e.channel = ${SMS} and e.conversation_id = c.id and e.id < ${id}
          and e.state in ('waiting', 'sending') and e.last_error is distinct from ${HELD}
      ) as "waitsForEarlier",
      exists (
        select from messages s where s.conversation_id = c.id and s.author = 'shopper'
          and s.at > business_now() - interval '1 hour'
      ) as "wroteLately",
      not exists (
        select from sms_texts t where t.conversation_id = c.id and t.outbox_id <> ${id} and t.state <> 'failed'
      ) as "isFirst"
    from conversations c join messages m on m.conversation_id = c.id and m.seq = ${seq} left join inbox i on i.id = m.inbox_id
    where c.id = ${conversationId}`;
  return DueRow.parse(row);
}

export interface NewText {
  readonly outboxId: number;
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly segments: number;
  readonly choices: readonly unknown[];
  /** The opt-out it confirms. */
  readonly confirms: number | null;
  readonly at: Instant;
}

export interface Budget {
  readonly day: LocalDate;
  readonly segments: number;
}

export type Reserved =
  | { readonly kind: 'reserved'; readonly textId: number }
  | { readonly kind: 'spent' }
  | { readonly kind: 'confirmed_already' };

/**
 * Counts a text against its day's budget before it is sent; senders take turns, so that together they never exceed it. A
 * text that was reserved by an earlier try keeps its place.
 */
export function reserveText(sql: Sql, text: NewText, { day, segments }: Budget): Promise<Reserved> {
  return sql.begin(async (tx): Promise<Reserved> => {
    await tx`select pg_advisory_xact_lock(hashtextextended('sms budget', 0))`;
    const [known] = await tx<{ id: number }[]>`select id from sms_texts where outbox_id = ${text.outboxId}`;
    if (known) return { kind: 'reserved', textId: known.id };
    if (text.confirms !== null) {
      const [before] = await tx`select from sms_texts where confirms = ${text.confirms}`;
      if (before) return { kind: 'confirmed_already' };
    }
    const [spent] = await tx<{ segments: number }[]>`
      select coalesce(sum(segments), 0)::int as segments from sms_texts where spent_on = ${day} and state <> 'failed'`;
    if ((spent?.segments ?? 0) + text.segments > segments) return { kind: 'spent' };
    const [row] = await tx<{ id: number }[]>`
      insert into sms_texts (outbox_id, conversation_id, seq, segments, spent_on, choices, confirms, at)
      values (${text.outboxId}, ${text.conversationId}, ${text.seq}, ${text.segments}, ${day},
        ${tx.json(text.choices as never)}, ${text.confirms}, ${text.at})
      returning id`;
    if (!row) throw new Error('A text could not be reserved');
    return { kind: 'reserved', textId: row.id };
  });
}

const ranks = (sql: SqlOrTx) =>
  sql`array['reserved', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed']`;

export interface TextNews {
  readonly state: string;
  readonly providerId?: string;
  readonly errorCode?: string | null;
}

/** What became of a text. Its state only goes forward: news that comes late changes nothing, and an end is final. */
export async function noteText(
  sql: SqlOrTx,
  textId: number,
  { state, providerId, errorCode }: TextNews,
): Promise<void> {
  await sql`
    update sms_texts set provider_id = coalesce(provider_id, ${providerId ?? null}),
      error_code = coalesce(error_code, ${errorCode ?? null}),
      state = case when state not in ('delivered', 'undelivered', 'failed')
        and array_position(${ranks(sql)}, ${state}::text) > array_position(${ranks(sql)}, state)
        then ${state} else state end
    where id = ${textId}`;
}

const SentRow = z.object({ id: z.int(), state: z.string(), providerId: z.string().nullable(), phone: z.string() });

/** A text by its own id; null when there is none. */
export async function findText(sql: SqlOrTx, textId: number): Promise<z.infer<typeof SentRow> | null> {
  const [row] = await sql`
    select t.id, t.state, t.provider_id as "providerId", c.reference ->> 'phone' as phone
    from sms_texts t join conversations c on c.id = t.conversation_id where t.id = ${textId}`;
  return row ? SentRow.parse(row) : null;
}

/** The text made of an outbox row; null when it was never handed over. */
export async function textOfOutbox(sql: SqlOrTx, outboxId: number): Promise<z.infer<typeof SentRow> | null> {
  const [row] = await sql<{ id: number }[]>`select id from sms_texts where outbox_id = ${outboxId}`;
  return row ? findText(sql, row.id) : null;
}

/** What the digits of the newest text meant that reached the provider before message `seq`. */
export async function choicesShown(
  sql: SqlOrTx,
  conversationId: ConversationId,
  seq: number,
): Promise<readonly unknown[]> {
  const [row] = await sql<{ choices: unknown[] }[]>`
    select choices from sms_texts where conversation_id = ${conversationId} and seq < ${seq} and provider_id is not null
    order by seq desc limit 1`;
  return row?.choices ?? [];
}
