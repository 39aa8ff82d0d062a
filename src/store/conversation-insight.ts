import { z } from 'zod';
import { Instant, type LocalDate, type Zone } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';
import { ERASED } from './erase-customer.js';

const HeardConversation = z.object({
  conversationId: ConversationId,
  /** The local day of its last message in the span. */
  onDay: z.string(),
  /** The brain that answered last; null where only questions already put were answered. */
  brain: z.string().nullable(),
  /** The first wish that was understood, small talk aside. */
  wish: z.string().nullable(),
  messages: z.int(),
  misses: z.int(),
  wasDone: z.boolean(),
  datesKept: z.int(),
  datesBroken: z.int(),
  handOff: z.enum(['none', 'open', 'solved', 'not_solved']),
  handOffReason: z.string().nullable(),
  cameBack: z.boolean(),
  endedInMiss: z.boolean(),
  helped: z.boolean().nullable(),
});
export type HeardConversation = z.infer<typeof HeardConversation>;

/** A customer who writes about the same thing again within so many days was not helped. */
export const CAME_BACK_DAYS = 3;
/** Tools that do something for a customer without asking back, and the outcome in which it is done. */
const DONE_AT_ONCE = ['record_delay_choice kept', 'set_notifications set', 'opt_out stopped'];
const SMALL_TALK = ['greeting', 'thanks', 'goodbye', 'affirm', 'deny', 'bot_identity'];

/**
 * Every conversation in which a customer wrote in a span, what was understood in it and what came of it so far. Days
 * are those of `zone`. A date was kept when a carrier had the line on or before it; a line cancelled since counts for
 * neither.
 */
export async function heardConversations(
  sql: SqlOrTx,
  { since, until, today, zone }: { since: Instant; until: Instant; today: LocalDate; zone: Zone },
): Promise<HeardConversation[]> {
  const rows = await sql`
    with heard as (
      select m.conversation_id, m.at, i.id, i.answered_by, i.wish, i.band, i.received_at, i.done_at
      from messages m join inbox i on i.id = m.inbox_id
      where m.author = 'shopper' and m.at >= ${since} and m.at < ${until}
    ), spoke as (
      select conversation_id, max(at) as last_at, count(*)::int as messages,
        (array_agg(answered_by order by id desc) filter (where answered_by <> 'gate'))[1] as brain,
        (array_agg(wish order by id) filter (where band = 'act' and wish <> all(${SMALL_TALK})))[1] as wish,
        count(*) filter (where band = 'reject')::int as misses,
        coalesce((array_agg(band order by id desc))[1] = 'reject', false) as ended_in_miss,
        min(received_at) as began, max(coalesce(done_at, received_at)) as ended
      from heard group by conversation_id
    )
    select s.conversation_id as "conversationId", to_char(s.last_at at time zone ${zone}, 'YYYY-MM-DD') as "onDay",
      s.brain, s.wish, s.messages, s.misses, s.ended_in_miss as "endedInMiss", r.helped,
      (exists (
        select from proposals p where p.conversation_id = s.conversation_id and p.state = 'committed'
          and p.settled_at >= ${since} and p.settled_at < ${until}
      ) or exists (
        -- the audit bears real time, as the inbox does
        select from audit a where a.conversation_id = s.conversation_id
          and a.at between s.began and s.ended + interval '1 minute' and a.allowed and a.tool || ' ' || a.outcome = any(${DONE_AT_ONCE})
      )) as "wasDone",
      told.kept as "datesKept", told.broken as "datesBroken",
      coalesce(h.how, 'none') as "handOff", h.reason as "handOffReason",
      exists (
        select from messages m join inbox i on i.id = m.inbox_id join conversations c on c.id = m.conversation_id
        where m.author = 'shopper' and i.band = 'act' and i.wish = s.wish
          and m.at >= s.last_at + interval '2 hours' and m.at < s.last_at + make_interval(days => ${CAME_BACK_DAYS})
          and (c.id = own.id or c.identity ->> 'customerId' = own.identity ->> 'customerId')
      ) as "cameBack"
    from spoke s
    join conversations own on own.id = s.conversation_id
    left join conversation_ratings r on r.conversation_id = s.conversation_id and r.at >= ${since} and r.at < ${until}
    left join lateral (
      select reason, case when state = 'open' then 'open' when outcome in ('solved', 'returned') then 'solved'
        when outcome = 'not_needed' then 'none' else 'not_solved' end as how
      from hand_offs where conversation_id = s.conversation_id and asked_at >= ${since} and asked_at < ${until}
      order by id desc limit 1
    ) h on true
    cross join lateral (
      select count(*) filter (where arrived)::int as kept, count(*) filter (where not arrived)::int as broken
      from (
        select distinct p.order_line_id, exists (
          select from shipment_lines sl join carrier_scans c on c.shipment_id = sl.shipment_id
          where sl.order_line_id = p.order_line_id and (c.at at time zone ${zone})::date <= (p.said ->> 'value')::date
        ) as arrived
        from promises p join order_lines l on l.id = p.order_line_id
        where p.conversation_id = s.conversation_id and p.told_at >= ${since} and p.told_at < ${until}
          and p.kind = 'date' and p.said ->> 'fact' = 'cautiousOn' and p.said ->> 'value' < ${today}
          and l.state not in ('cancelled', 'cancelling')
      ) due
    ) told
    order by s.last_at, s.conversation_id`;
  return rows.map((row) => HeardConversation.parse(row));
}

const Misheard = z.object({
  id: z.coerce.number().int(),
  at: Instant,
  channel: z.string(),
  text: z.string(),
  /** Who wrote it, where that is known: their name is masked. */
  customerName: z.string().nullable(),
  /** What it was taken for, if anything, and how sure that was. */
  wish: z.string().nullable(),
  band: z.enum(['clarify', 'reject']),
  /** What the customer was answered. */
  answer: z.string().nullable(),
});
export type Misheard = z.infer<typeof Misheard>;

/** Messages of customers that were not, or not surely, understood and that nobody has decided about; the newest first. */
export async function misheardMessages(
  sql: SqlOrTx,
  { limit, id }: { readonly limit: number; readonly id?: number | undefined },
): Promise<Misheard[]> {
  const rows = await sql`
    select i.id, m.at, i.channel, m.body ->> 'text' as text, i.wish, i.band,
      (select c.name from conversations v join customers c on c.id = v.identity ->> 'customerId'
        where v.id = i.conversation_id) as "customerName",
      (select a.body ->> 'text' from messages a where a.inbox_id = i.id and a.author = 'assistant' order by a.seq limit 1) as answer
    from inbox i join messages m on m.inbox_id = i.id and m.author = 'shopper'
    where i.band in ('clarify', 'reject') and coalesce(m.body ->> 'text', '') not in ('', ${ERASED})
      and not exists (select from heard_reviews r where r.inbox_id = i.id)
      ${id === undefined ? sql`` : sql`and i.id = ${id}`}
    order by i.id desc limit ${limit}`;
  return rows.map((row) => Misheard.parse(row));
}

/** Keeps what a person decided about a message; false where somebody had decided already. */
export async function keepHeardReview(
  sql: SqlOrTx,
  {
    id,
    decision,
    detail,
  }: { readonly id: number; readonly decision: 'utterance' | 'scenario' | 'dismissed'; readonly detail: string },
): Promise<boolean> {
  const kept = await sql`
    insert into heard_reviews (inbox_id, decision, detail) values (${id}, ${decision}, ${detail})
    on conflict (inbox_id) do nothing returning inbox_id`;
  return kept.length > 0;
}

/** Keeps whether a conversation helped; the last word counts. */
export async function keepRating(
  sql: SqlOrTx,
  { conversationId, helped, at }: { conversationId: ConversationId; helped: boolean; at: Instant },
): Promise<void> {
  await sql`
    insert into conversation_ratings (conversation_id, helped, at) values (${conversationId}, ${helped}, ${at})
    on conflict (conversation_id) do update set helped = excluded.helped, at = excluded.at`;
}
