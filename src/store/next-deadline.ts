import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import type { SqlOrTx } from './connect.js';

const NextRow = z.object({ at: Instant.nullable() });

/** The first moment after `now` at which something that waits is over or late; null when nothing has one. */
export async function nextDeadline(sql: SqlOrTx, now: Instant): Promise<Instant | null> {
  const [row] = await sql`
    select min(at) as at from (
      select expires_at as at from approvals where state = 'waiting'
      union all select expires_at from proposals where state = 'live'
      union all select unnest(array[r.remind_at, r.due_at]) from hand_off_rules r join hand_offs h on h.id = r.hand_off_id
        where h.state = 'open'
      union all select due_at from order_escalations where state = 'open'
    ) deadline where at > ${now}`;
  return NextRow.parse(row).at;
}
