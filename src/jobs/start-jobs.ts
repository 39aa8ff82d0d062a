import { type Loop, startLoop } from '../conversation/loop.js';
import { openBoss } from '../store/jobs/boss.js';
import { enqueueSweeps } from '../store/jobs/enqueue.js';
import { dueQueues } from '../store/jobs/job-book.js';
import type { QueueName } from '../store/jobs/queues.js';
import type { Job, JobContext } from './define-job.js';
import { runJob } from './run-job.js';

/** Jobs of one pace that a process runs at once, and how long it sleeps when nothing wakes it. */
const PACES = {
  prompt: { lanes: 4, everyMs: 500 },
  background: { lanes: 2, everyMs: 1_000 },
} as const;
/** How often the sweeps are looked through. They come round every few seconds at the soonest. */
const SWEEPS_EVERY_MS = 1_000;

/**
 * Works through the queues. Any number of processes can: each job goes to one of them at a time, and a dead worker's
 * jobs to another after its lease. `stop` takes up nothing new and resolves when what runs is done.
 */
export async function startJobs({ jobs, context }: { jobs: readonly Job[]; context: JobContext }): Promise<Loop> {
  const { sql, log, slack } = context;
  const boss = openBoss(sql);
  let stopping = false;
  boss.on('error', (err) => {
    if (!stopping) log.warn({ err }, 'jobs could not be looked after');
  });
  await boss.start();
  const able = jobs.filter(({ needsSlack }) => slack !== null || !needsSlack);
  const byQueue = new Map<string, Job>(able.map((job) => [job.queue, job]));

  const loopOf = (pace: keyof typeof PACES) => {
    const queues = able.filter((job) => job.pace === pace).map(({ queue }) => queue);
    return startLoop({
      name: `${pace} jobs`,
      log,
      ...PACES[pace],
      async step() {
        for (const queue of await dueQueues(sql, queues)) {
          const job = byQueue.get(queue);
          if (job && (await runJob(boss, job, context))) return 'busy';
        }
        return 'idle';
      },
    });
  };
  const loops = [loopOf('prompt'), loopOf('background'), startSweeping(able, context)];
  return {
    wake() {
      for (const loop of loops) loop.wake();
    },
    isWell: () => loops.every((loop) => loop.isWell()),
    async stop() {
      stopping = true;
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss.stop({ graceful: false });
    },
  };
}

/** Puts in the rounds of the sweeps; the database sees to it that each stretch of time has one. */
function startSweeping(jobs: readonly Job[], { sql, log }: JobContext): Loop {
  const names: QueueName[] = jobs.map(({ queue }) => queue);
  return startLoop({
    name: 'sweeps',
    log,
    lanes: 1,
    everyMs: SWEEPS_EVERY_MS,
    async step() {
      await enqueueSweeps(sql, names);
      return 'idle';
    },
  });
}
