import type PgBoss from 'pg-boss';
import type { Sql } from '../connect.js';
import { openBoss } from './boss.js';
import { QUEUES, type Queue, type Sweep } from './queues.js';

/** A worker that says nothing for this long has lost its job to the others. */
export const JOB_LEASE_SECONDS = 10;
const KEEP_WAITING_DAYS = 30;
/** A round of a sweep that failed this often is left to the next one. */
const SWEEP_ATTEMPTS = 2;

/** Brings pg-boss's own schema to its version and makes the queues that are missing. Part of every migration. */
export async function prepareJobs(sql: Sql): Promise<void> {
  const boss = openBoss(sql, { mayMigrate: true });
  await boss.start();
  for (const [name, queue] of Object.entries(QUEUES)) {
    await boss.createQueue(name, { name, ...settingsOf(queue) });
    await boss.updateQueue(name, { name, ...settingsOf(queue) });
  }
  await boss.stop({ graceful: false });
}

/**
 * `short`: one job of a key waits at a time. `stately`: one round of a sweep waits and one runs, so that slow rounds
 * neither pile up nor overlap.
 */
function settingsOf(queue: Queue | Sweep): Omit<PgBoss.Queue, 'name'> {
  const isSweep = queue.kind === 'sweep';
  return {
    policy: isSweep ? 'stately' : 'short',
    retryLimit: (isSweep ? SWEEP_ATTEMPTS : queue.attempts) - 1,
    retryDelay: isSweep ? 1 : queue.firstPauseSeconds,
    retryBackoff: true,
    expireInSeconds: JOB_LEASE_SECONDS,
    retentionMinutes: KEEP_WAITING_DAYS * 24 * 60,
  };
}
