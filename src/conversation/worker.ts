import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Sql } from '../store/connect.js';
import { LEASE_SECONDS, type Lease, LeaseLost, releaseLease, renewLease, takeLease } from '../store/conversations.js';
import { MOST_ATTEMPTS, nextWaiting, noteFailedTurn, type Waiting } from '../store/inbox.js';
import { isOutage } from '../store/outage.js';
import type { LeaseLeft } from '../store/store-turn.js';
import type { Log } from './log.js';
import { type Loop, startLoop } from './loop.js';

export interface WorkerOptions {
  readonly sql: Sql;
  readonly log: Log;
  /** Conversations worked on at once by this process. */
  readonly concurrency: number;
  answer(lease: Lease, waiting: Waiting): Promise<LeaseLeft>;
  /** Called as soon as a message is taken up that the assistant may answer, and when replies are stored. */
  onTaken(lease: Lease): void;
  onAnswered(): void;
}

/** How long a process sleeps when nothing wakes it. Another process's orphaned work is found within this and the lease. */
const LOOK_EVERY_MS = 500;

/**
 * Works through the inbox. One worker anywhere holds a conversation at a time, answers its messages in order, and keeps
 * its lease alive meanwhile; a dead worker's conversations are free again after LEASE_SECONDS.
 */
export function startWorker(options: WorkerOptions): Loop {
  const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  return startLoop({
    name: 'worker',
    log: options.log,
    lanes: options.concurrency,
    everyMs: LOOK_EVERY_MS,
    async step(isStopping) {
      const lease = await takeLease(options.sql, owner);
      if (!lease) return 'idle';
      await serve(lease, options, isStopping);
      return 'busy';
    },
  });
}

async function serve(lease: Lease, options: WorkerOptions, isStopping: () => boolean): Promise<void> {
  const { sql, log } = options;
  const heartbeat = setInterval(
    () => {
      renewLease(sql, lease).catch((err: unknown) => log.warn({ err }, 'could not renew a lease'));
    },
    (LEASE_SECONDS * 1000) / 3,
  );
  let restSeconds = 0;
  let left: LeaseLeft = 'held';
  try {
    if (lease.afterSilence) await countDeath(lease, options);
    while (left === 'held' && !isStopping()) {
      const waiting = await nextWaiting(sql, lease.conversationId);
      if (!waiting) break;
      if (!lease.isWithPerson) options.onTaken(lease);
      try {
        left = await options.answer(lease, waiting);
      } catch (error) {
        if (error instanceof LeaseLost) throw error;
        // an outage is no fault of the message: it waits, however long that takes
        if (isOutage(error)) throw error;
        const attempts = await noteFailedTurn(sql, lease, waiting.id, String(error));
        log.error({ err: error, inbox: waiting.id, attempts }, 'a turn failed');
        restSeconds = attempts === null || attempts >= MOST_ATTEMPTS ? 0 : 2 ** attempts / 4;
        options.onAnswered();
        break;
      }
      options.onAnswered();
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    log.warn({ conversation: lease.conversationId }, 'another worker took over; this turn is dropped');
  } finally {
    clearInterval(heartbeat);
    if (left === 'held') await releaseLease(sql, lease, restSeconds);
  }
}

/** A message that brings down every process which answers it must not go round for ever: each silence counts as a try. */
async function countDeath(lease: Lease, { sql, log }: WorkerOptions): Promise<void> {
  const waiting = await nextWaiting(sql, lease.conversationId);
  if (!waiting) return;
  const attempts = await noteFailedTurn(sql, lease, waiting.id, 'its worker fell silent');
  log.warn({ inbox: waiting.id, attempts }, 'took over from a worker that fell silent');
}
