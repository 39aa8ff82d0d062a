import { z } from 'zod';
import type { SqlOrTx } from './connect.js';
import { QUEUES } from './jobs/queues.js';
import { HELD } from './sms-texts.js';

const UnderWayRow = z.object({ jobs: z.int(), arrivals: z.int(), sendings: z.int() });
export type UnderWay = z.infer<typeof UnderWayRow>;

/**
 * What could go on at this very moment: jobs that run or may start, messages that wait for an answer, and what is to be
 * sent. What rests until later (a next try, the hours for texts) is not under way.
 */
export async function underWay(sql: SqlOrTx): Promise<UnderWay> {
  const [row] = await sql`
    select
      (select count(*) from pgboss.job where name = any(${Object.keys(QUEUES)})
        and (state = 'active' or (state < 'active' and start_after <= now())))::int as jobs,
      (select count(*) from inbox i join conversations c on c.id = i.conversation_id
        where i.state = 'waiting' and (c.lease_until is null or c.lease_owner is not null))::int as arrivals,
      (select count(*) from outbox o where state = 'sending' or (state = 'waiting' and next_attempt_at <= clock_timestamp()
        and (lane is null or not exists (
          select from outbox e where e.channel = o.channel and e.lane = o.lane and e.id < o.id
            and e.state in ('waiting', 'sending', 'unknown')))))::int as sendings`;
  return UnderWayRow.parse(row);
}

/** Has texts that were held over the night looked at again now: business time was moved. */
export async function lookAtHeldTexts(sql: SqlOrTx): Promise<void> {
  await sql`update outbox set next_attempt_at = clock_timestamp() where state = 'waiting' and last_error = ${HELD}`;
}

/** Whether a text waits for the hours in which its number may be texted. */
export async function areTextsHeld(sql: SqlOrTx): Promise<boolean> {
  const rows = await sql`select from outbox where state = 'waiting' and last_error = ${HELD} limit 1`;
  return rows.length > 0;
}
