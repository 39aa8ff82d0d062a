import type PgBoss from 'pg-boss';
import { renewJob } from '../store/jobs/job-book.js';
import { JOB_LEASE_SECONDS } from '../store/jobs/prepare-jobs.js';
import { QUEUES } from '../store/jobs/queues.js';
import { isOutage } from '../store/outage.js';
import type { Job, JobContext } from './define-job.js';

/**
 * Takes one job of a queue and runs it, keeping its lease alive. False when there was none to take. A job that fails
 * waits for its next try, or becomes a dead letter; when the database is out of order this throws, and the job is taken
 * up again once its lease has run out.
 */
export async function runJob(boss: PgBoss, job: Job, context: JobContext): Promise<boolean> {
  const { sql, log } = context;
  const [taken] = await boss.fetch<unknown>(job.queue, { includeMetadata: true, batchSize: 1 });
  if (!taken) return false;
  const { id, retryCount, retryLimit } = taken;
  const about = { queue: job.queue, job: id };
  const heartbeat = setInterval(
    () => {
      renewJob(sql, job.queue, id).catch((err: unknown) => log.warn({ ...about, err }, 'could not renew a job'));
    },
    (JOB_LEASE_SECONDS * 1000) / 3,
  );
  try {
    await job.run(readData(job, taken.data), context);
    await boss.complete(job.queue, id);
  } catch (err) {
    if (isOutage(err)) throw err;
    const isLast = retryCount >= retryLimit;
    log.error(
      { ...about, err, tries: retryCount + 1 },
      isLast ? 'a job was given up' : 'a job failed; it is tried again',
    );
    if (isLast) await giveUp(job, taken.data, err, context);
    await boss.fail(job.queue, id, { message: String(err).slice(0, 500) });
  } finally {
    clearInterval(heartbeat);
  }
  return true;
}

const readData = (job: Job, data: unknown): never => {
  const queue = QUEUES[job.queue];
  return ('carries' in queue ? queue.carries.parse(data) : {}) as never;
};

async function giveUp(job: Job, data: unknown, error: unknown, context: JobContext): Promise<void> {
  try {
    await job.gaveUp?.(readData(job, data), error, context);
  } catch (err) {
    context.log.error({ queue: job.queue, err }, 'a job could not be given up as it should');
  }
}
