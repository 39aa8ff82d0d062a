import { z } from 'zod';
import { LocalDate, type Zone } from '../domain/kernel/dates.js';
import type { SqlOrTx } from './connect.js';

const HAPPENED = ['notice_sent', 'kept', 'cancelled', 'digest'] as const;

const HappenedRow = z.object({
  on: LocalDate,
  kind: z.enum(HAPPENED),
  count: z.int(),
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
      union all select compiled_at, 'digest', null from digests
    ), by_day as (
      select (at at time zone ${zone})::date as "on", kind, count(*)::int as count, min(at) as first,
        coalesce((array_agg(distinct name) filter (where name is not null))[1:4], '{}') as names
      from happened group by 1, 2
    )
    select "on", kind, count, names from by_day
    where "on" in (select distinct "on" from by_day order by "on" desc limit ${mostDays}) order by "on" desc, first, kind`;
  return rows.map((row) => HappenedRow.parse(row));
}
