import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const AtRiskRow = z.object({
  orderNumber: OrderNumber,
  customerName: z.string(),
  tier: z.enum(['standard', 'plus', 'vip']),
  orderLineIds: z.array(OrderLineId),
  waitedDays: z.int(),
  slips: z.int(),
  /** Days since the first ship date that was told; 0 or less where it has not passed. */
  daysLate: z.int(),
  /** Whether it was put before the team and nobody has closed it. */
  isEscalated: z.boolean(),
});
export type OrderAtRisk = z.infer<typeof AtRiskRow>;

/**
 * Orders that wait and whose customer we may lose: a VIP's that is late, one put off often, or one that waits long. In
 * one read over all lines that wait.
 */
export async function ordersAtRisk(
  sql: SqlOrTx,
  { today, slips, waitDays }: { readonly today: LocalDate; readonly slips: number; readonly waitDays: number },
): Promise<OrderAtRisk[]> {
  const rows = await sql`
    with line as (
      select l.id, l.order_number, ${today}::date - l.backordered_at::date as waited,
        ${today}::date - (select ship_by from shipping_statements s where s.order_line_id = l.id order by s.id limit 1) as late,
        (select greatest(count(*) - 1, 0) from shipping_statements s where s.order_line_id = l.id)
          + (select count(*) from delay_records d where d.order_line_id = l.id and d.kind = 'notice_sent') as slips
      from order_lines l where l.state in ('backordered', 'part_shipped') and l.backordered_at is not null
    ), waiting as (
      select order_number, array_agg(id order by id) as ids, max(waited)::int as waited, max(slips)::int as slips,
        coalesce(max(late), 0)::int as late
      from line group by order_number
    )
    select w.order_number as "orderNumber", c.name as "customerName", c.tier, w.ids as "orderLineIds",
      w.waited as "waitedDays", w.slips, w.late as "daysLate",
      exists (select from order_escalations e where e.order_number = w.order_number and e.state = 'open') as "isEscalated"
    from waiting w join orders o on o.number = w.order_number join customers c on c.id = o.customer_id
    where (c.tier = 'vip' and w.late > 0) or w.slips >= ${slips} or w.waited >= ${waitDays}
    order by w.order_number`;
  return rows.map((row) => AtRiskRow.parse(row));
}

/** Orders of which the delay rule may still want something: not all of it has left, or a refund has not been sent. */
export async function ordersUnderDelayRule(sql: SqlOrTx): Promise<OrderNumber[]> {
  const rows = await sql<{ number: string }[]>`
    select order_number as number from order_lines
      where state in ('placed', 'allocated', 'backordered', 'part_shipped', 'cancelling')
    union select order_number from refunds where state in ('owed', 'requested')`;
  return rows.map(({ number }) => OrderNumber.parse(number));
}

const DeskRow = z.object({
  conversations: z.int(),
  handOffs: z.int(),
  handOffsOpen: z.int(),
  /** Cautious ship dates told in conversations that fell due in the span, and how many of them were kept. */
  promisesDue: z.int(),
  promisesKept: z.int(),
  offers: z.int(),
  offerCents: z.int(),
  /** Asked of the shop's own system before a moment, and not answered; and when the first of them was. */
  shopUnanswered: z.int(),
  shopUnansweredSince: Instant.nullable(),
});
export type DeskFigures = z.infer<typeof DeskRow>;

/** How the desk itself did since a moment. A date was kept when a carrier had the line on or before it. */
export async function deskFigures(
  sql: SqlOrTx,
  { since, today, shopAskedBefore }: { since: Instant; today: LocalDate; shopAskedBefore: Instant },
): Promise<DeskFigures> {
  const [row] = await sql`
    with due as (
      select p.order_line_id, (p.said ->> 'value')::date as day
      from promises p
      where p.kind = 'date' and p.said ->> 'fact' = 'cautiousOn' and p.order_line_id is not null
        and p.said ->> 'value' >= ((${since}::timestamptz)::date)::text and p.said ->> 'value' < ${today}::text
    )
    select
      (select count(distinct m.conversation_id) from messages m
        where m.author = 'shopper' and m.at >= ${since})::int as conversations,
      (select count(*) from hand_offs where asked_at >= ${since})::int as "handOffs",
      (select count(*) from hand_offs where state = 'open')::int as "handOffsOpen",
      (select count(*) from due)::int as "promisesDue",
      (select count(*) from due where exists (
        select from shipment_lines sl join carrier_scans s on s.shipment_id = sl.shipment_id
        where sl.order_line_id = due.order_line_id and s.at::date <= due.day))::int as "promisesKept",
      (select count(*) from offers where granted_at >= ${since} and state <> 'void')::int as offers,
      coalesce((select sum(cost_cents) from offers where granted_at >= ${since} and state <> 'void'), 0)::bigint as "offerCents",
      open.requests as "shopUnanswered", open.first as "shopUnansweredSince"
    from (
      select count(*)::int as requests, min(requested_at) as first from shop_requests
      where state = 'requested' and requested_at < ${shopAskedBefore}
    ) open`;
  return DeskRow.parse(row);
}

const DecisionRow = z.object({
  kind: z.enum(['allocated', 'offered', 'approved', 'changed', 'declined', 'escalated', 'closed', 'snoozed']),
  by: z.string(),
  /** The SKU, order or item it was about. */
  about: z.string(),
  /** Units given, or cents offered; null for the rest. */
  amount: z.int().nullable(),
  /** What was written about it, or came of it. */
  outcome: z.string().nullable(),
  at: Instant,
});
export type Decision = z.infer<typeof DecisionRow>;

/** What came of an offer `f` so far: whether the shop made it, the customer was told of it, the order stayed. */
const offerOutcome = (sql: SqlOrTx) => sql`
  (case f.state when 'granted' then 'in force' when 'void' then 'the shop refused it' else 'the shop has not confirmed it yet' end
    || case when exists (
        select from promises p where p.told_at >= f.granted_at and (p.customer_id = f.customer_id or p.order_number = f.order_number)
          and (p.kind = 'code' or (p.kind = 'amount'
            and position(to_char(f.face_cents / 100.0, 'FM999999990.00') in replace(p.said ->> 'text', ',', '')) > 0)))
      then ', the customer was told' else ', the customer was not told in a chat' end
    || case when exists (
        select from order_lines l where l.order_number = f.order_number and l.state not in ('cancelled', 'cancelling'))
      then ', order kept' else ', order cancelled' end)`;

/** What people decided since a moment and what came of it so far, oldest first. */
export async function decisionsSince(sql: SqlOrTx, since: Instant): Promise<Decision[]> {
  const rows = await sql`
    select 'allocated' as kind, r.approved_by as by, r.sku as about, r.units as amount,
      (select count(*) filter (where l.state in ('shipped', 'delivered')) || ' of ' || count(*) || ' lines on their way'
        from allocation_decisions d join order_lines l on l.id = d.order_line_id where d.run_id = r.id) as outcome, r.at
      from allocation_runs r where r.at >= ${since}
    union all
    select 'offered', f.granted_by, f.order_number, f.face_cents::int,
        ${offerOutcome(sql)}, f.granted_at
      from offers f where f.granted_at >= ${since} and f.state <> 'void' and f.authority <> 'bot'
        and not exists (select from approvals a where a.offer_id = f.id)
    union all
    select a.state, a.decided_by, a.order_number, coalesce(f.face_cents, (a.shown -> 'offerAmount' ->> 'cents')::bigint)::int,
        case when f.id is null then a.reason else ${offerOutcome(sql)} end, a.decided_at
      from approvals a left join offers f on f.id = a.offer_id
      where a.decided_at >= ${since} and a.decided_by is not null
    union all
    select 'escalated', e.asked_by, e.order_number, null,
        case e.state when 'closed' then 'closed: ' || e.outcome else 'open' end, e.asked_at
      from order_escalations e where e.asked_at >= ${since}
    union all
    select 'closed', e.closed_by, e.order_number, null, e.outcome, e.closed_at
      from order_escalations e where e.closed_at >= ${since} and e.asked_at < ${since}
    union all
    select 'snoozed', s.snoozed_by, s.item, null, s.reason, s.at from snoozes s where s.at >= ${since}
    order by at`;
  return rows.map((row) => DecisionRow.parse(row));
}

const FreshnessRow = z.object({ lastReceiptOn: LocalDate.nullable(), lastScanAt: Instant.nullable() });

/** When goods were last booked in and a carrier last told of a parcel; null where neither ever was. */
export async function freshness(sql: SqlOrTx): Promise<z.infer<typeof FreshnessRow>> {
  const [row] = await sql`
    select (select max(received_on) from receipts) as "lastReceiptOn", (select max(at) from carrier_scans) as "lastScanAt"`;
  return FreshnessRow.parse(row);
}
