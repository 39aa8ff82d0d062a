import { z } from 'zod';
import { LocalDate, type Zone } from '../domain/kernel/dates.js';
import type { SqlOrTx } from './connect.js';

const HAPPENED = [
  'supplier_asked',
  'supplier_wrote',
  'notice_sent',
  'news_told',
  'kept',
  'cancelled',
  'customer_wrote',
  'digest',
] as const;

const HappenedRow = z.object({
  on: LocalDate,
  kind: z.enum(HAPPENED),
  count: z.int(),
  people: z.int(),
  /** Whom it concerned, each once; the first few. */
  names: z.array(z.string()),
});
/** Things of one kind that happened on one day. */
export type Happened = z.infer<typeof HappenedRow>;

/** What the desk did on the newest days by `zone`, the newest day first, for somebody who watches the demo. */
export async function whatHappened(sql: SqlOrTx, zone: Zone, mostDays: number): Promise<Happened[]> {
  const rows = await sql`
    with notice as (
      select n.*, c.name from delay_notices n join orders o on o.number = n.order_number join customers c on c.id = o.customer_id
    ), happened (at, kind, name) as (
      select settled_at, 'notice_sent', name from notice where state = 'sent'
      union all select answered_at, case answer when 'keep' then 'kept' else 'cancelled' end, name from notice
        where answer is not null
      union all select m.settled_at, 'supplier_asked', s.name from supplier_mails m join suppliers s on s.id = m.supplier_id
        where m.state = 'sent'
      union all select m.received_at, 'supplier_wrote', s.name from inbound_mails m
        join purchase_orders p on p.number = m.po_number join suppliers s on s.id = p.supplier_id where m.kind = 'supplier'
      union all select m.received_at, 'customer_wrote', c.name from inbound_mails m join customers c on c.id = m.customer_id
        where m.kind in ('notice_answer', 'customer')
      union all select m.settled_at, 'news_told', c.name from customer_messages m join customers c on c.id = m.customer_id
        where m.state = 'told'
      union all select compiled_at, 'digest', null from digests
    ), by_day as (
      select (at at time zone ${zone})::date as "on", kind, count(*)::int as count, min(at) as first,
        count(distinct name)::int as people,
        coalesce((array_agg(distinct name) filter (where name is not null))[1:4], '{}') as names
      from happened group by 1, 2
    )
    select "on", kind, count, people, names from by_day
    where "on" in (select distinct "on" from by_day order by "on" desc limit ${mostDays}) order by "on" desc, first, kind`;
  return rows.map((row) => HappenedRow.parse(row));
}
