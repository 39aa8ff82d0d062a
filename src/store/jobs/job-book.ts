import { z } from 'zod';
import { Instant } from '../../domain/kernel/dates.js';
import type { Sql, SqlOrTx } from '../connect.js';
import { openBoss } from './boss.js';

const DueRow = z.object({ name: z.string() });

/** Those of the queues in which something may start now, longest waiting first. */
export async function dueQueues(sql: SqlOrTx, names: readonly string[]): Promise<string[]> {
  const rows = await sql`
    select name from pgboss.job where name = any(${[...names]}) and state < 'active' and start_after < now()
    group by name order by min(created_on)`;
  return rows.map((row) => DueRow.parse(row).name);
}

/** Keeps a running job from being taken for a dead worker's. */
export async function renewJob(sql: SqlOrTx, queue: string, id: string): Promise<void> {
  await sql`update pgboss.job set started_on = now() where name = ${queue} and id = ${id} and state = 'active'`;
}

const StandRow = z.object({
  queue: z.string(),
  waiting: z.int(),
  running: z.int(),
  dead: z.int(),
  oldestWaitingSeconds: z.int().nullable(),
});
export type QueueStand = z.infer<typeof StandRow>;

/** How each queue stands: what waits, what runs, what was given up. */
export async function queueStands(sql: SqlOrTx): Promise<QueueStand[]> {
  const rows = await sql`
    select q.name as queue,
      count(*) filter (where j.state < 'active')::int as waiting,
      count(*) filter (where j.state = 'active')::int as running,
      count(*) filter (where j.state = 'failed')::int as dead,
      extract(epoch from now() - min(j.created_on) filter (where j.state < 'active' and j.start_after < now()))::int
        as "oldestWaitingSeconds"
    from pgboss.queue q left join pgboss.job j on j.name = q.name
    group by q.name order by q.name`;
  return rows.map((row) => StandRow.parse(row));
}

const DeadRow = z.object({
  id: z.uuid(),
  queue: z.string(),
  data: z.record(z.string(), z.unknown()),
  tries: z.int(),
  error: z.string().nullable(),
  since: Instant,
});
export type DeadLetter = z.infer<typeof DeadRow>;

/** Jobs that failed on their last try, oldest first. */
export async function deadLetters(sql: SqlOrTx): Promise<DeadLetter[]> {
  const rows = await sql`
    select id, name as queue, data, retry_count + 1 as tries, completed_on as since,
      coalesce(output ->> 'message', output -> 'value' ->> 'message') as error
    from pgboss.job where state = 'failed' order by completed_on, id`;
  return rows.map((row) => DeadRow.parse(row));
}

/** Lets dead letters try once more. */
export async function retryDeadLetters(sql: Sql, dead: readonly DeadLetter[]): Promise<void> {
  for (const { queue, id } of dead) await openBoss(sql).retry(queue, id);
}

/** Throws dead letters away. */
export async function drainDeadLetters(sql: Sql, dead: readonly DeadLetter[]): Promise<void> {
  for (const { queue, id } of dead) await openBoss(sql).deleteJob(queue, id);
}
