import { z } from 'zod';
import type { SqlOrTx, Tx } from '../connect.js';
import { type Carried, QUEUES, type QueueName } from './queues.js';

export interface EnqueueOptions {
  /** While a job of this key waits, another one is not put in. It says what is to be done, such as an order's number. */
  readonly key?: string;
  /** Seconds of real time before it may start. For a date of the business, keep a column and sweep it. */
  readonly afterSeconds?: number;
}

const Enqueued = z.object({ id: z.uuid().nullable() });

/**
 * Puts a job into its queue, in the transaction of the change that wants it: both are there or neither. False when one
 * with the same key waits already.
 */
export async function enqueue<Name extends QueueName>(
  tx: Tx,
  queue: Name,
  data: Carried<Name>,
  { key, afterSeconds = 0 }: EnqueueOptions = {},
): Promise<boolean> {
  const [row] = await tx`
    select enqueue_job(${queue}, ${tx.json(data as never)}, ${key ?? null}, ${afterSeconds}::float8) as id`;
  return Enqueued.parse(row).id !== null;
}

/** Puts in the next round of every sweep that is due. Whoever asks and how often, each stretch of time has one. */
export async function enqueueSweeps(sql: SqlOrTx, names: readonly QueueName[]): Promise<void> {
  const sweeps = names.flatMap((name) => {
    const queue = QUEUES[name];
    return queue.kind === 'sweep' ? [{ name, seconds: queue.everySeconds }] : [];
  });
  if (sweeps.length === 0) return;
  await sql`
    select enqueue_job(name, '{}', slot_seconds => seconds)
    from jsonb_to_recordset(${sql.json(sweeps)}) as sweep (name text, seconds integer)`;
}

/** Puts in a round of every sweep there is, whether or not its stretch of time has had one: for when business time was moved. */
export async function enqueueEverySweep(sql: SqlOrTx): Promise<void> {
  const sweeps = Object.entries(QUEUES).flatMap(([name, { kind }]) => (kind === 'sweep' ? [name] : []));
  await sql`select enqueue_job(name, '{}', 'moved') from unnest(${sweeps}::text[]) as sweep (name)`;
}
