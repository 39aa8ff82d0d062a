import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobContext } from '../../src/jobs/define-job.js';
import { loadJobs } from '../../src/jobs/load-jobs.js';
import { startJobs } from '../../src/jobs/start-jobs.js';
import { openBoss } from '../../src/store/jobs/boss.js';
import { enqueue } from '../../src/store/jobs/enqueue.js';
import { deadLetters, drainDeadLetters, queueStands, retryDeadLetters } from '../../src/store/jobs/job-book.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  database = await aDatabase();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await database.drop();
});

const silent = { info() {}, warn() {}, error() {} };

/** Starts a worker whose only job is this one. */
async function work(run: (arrivalId: number) => Promise<void>, gaveUp?: (arrivalId: number) => void) {
  const job: Job<'slack-arrival'> = {
    queue: 'slack-arrival',
    pace: 'prompt',
    run: ({ arrivalId }) => run(arrivalId),
    gaveUp: async ({ arrivalId }) => gaveUp?.(arrivalId),
  };
  const context = { sql: database.sql, log: silent, slack: null } as unknown as JobContext;
  const jobs = await startJobs({ jobs: [job as unknown as Job], context });
  stops.push(() => jobs.stop());
  return jobs;
}

const put = (arrivalId: number, key?: string) =>
  database.sql.begin((tx) => enqueue(tx, 'slack-arrival', { arrivalId }, key === undefined ? {} : { key }));
const stand = async () => (await queueStands(database.sql)).find(({ queue }) => queue === 'slack-arrival');
/** Lets the pauses between tries pass at once. */
const hurry = () => database.sql`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`;

describe('a job', () => {
  it('is there when its change is, and not when that is taken back', async () => {
    await expect(
      database.sql.begin(async (tx) => {
        await enqueue(tx, 'slack-arrival', { arrivalId: 1 });
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await stand()).toMatchObject({ waiting: 0 });
    await put(2);
    expect(await stand()).toMatchObject({ waiting: 1 });
  });

  it('is what pg-boss itself would have put in', async () => {
    await database.sql`delete from pgboss.job`;
    await put(1, 'one');
    await openBoss(database.sql).send('slack-arrival', { arrivalId: 1 }, { singletonKey: 'two' });
    const rows = await database.sql`
      select to_jsonb(j) - '{id,created_on,start_after,keep_until,singleton_key}'::text[] as row,
        extract(epoch from keep_until - start_after)::int as kept
      from pgboss.job j`;
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
  });

  it('of a queue that does not exist is an error', async () => {
    await expect(database.sql`select enqueue_job('nowhere', '{}')`).rejects.toThrow('there is no queue nowhere');
  });

  it('whose key waits already is not put in again', async () => {
    expect(await put(1, 'order 1042')).toBe(true);
    expect(await put(2, 'order 1042')).toBe(false);
    expect(await put(3, 'order 1043')).toBe(true);
    expect(await stand()).toMatchObject({ waiting: 2 });
  });

  it('is run once by several workers', async () => {
    const ran: number[] = [];
    const run = async (id: number) => void ran.push(id);
    await Promise.all([work(run), work(run), work(run)]);
    await Promise.all(Array.from({ length: 60 }, (_, n) => put(n)));
    await until('all are done', async () => (await stand())?.waiting === 0 && (await stand())?.running === 0);
    expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('that fails is tried again, after longer and longer pauses', async () => {
    let tries = 0;
    await put(1);
    const pauses: number[] = [];
    await work(async () => {
      tries += 1;
      if (tries < 4) throw new Error('not yet');
    });
    for (const failed of [1, 2, 3]) {
      const [row] = await until(`it failed ${failed} times`, async () => {
        const rows = await database.sql<{ pause: number }[]>`
          select extract(epoch from start_after - now())::float8 as pause from pgboss.job
          where state = 'retry' and retry_count = ${failed - 1}`;
        return rows.length > 0 && rows;
      });
      pauses.push(row?.pause ?? 0);
      await hurry();
    }
    await until('it is done', async () => (await stand())?.waiting === 0 && (await stand())?.running === 0);
    expect(tries).toBe(4);
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0);
  });

  it('that fails on its last try is a dead letter, which can be tried once more or thrown away', async () => {
    let isMended = false;
    const givenUp: number[] = [];
    await put(7);
    await work(
      async () => {
        if (!isMended) throw new Error('always');
      },
      (id) => givenUp.push(id),
    );
    const dead = await until('it is dead', async () => {
      await hurry();
      const letters = await deadLetters(database.sql);
      return letters.length > 0 && letters;
    });
    expect(dead).toMatchObject([{ queue: 'slack-arrival', data: { arrivalId: 7 }, tries: 5, error: 'Error: always' }]);
    expect(givenUp).toEqual([7]);

    isMended = true;
    await retryDeadLetters(database.sql, dead);
    await until('it is done', async () => (await stand())?.waiting === 0 && (await stand())?.running === 0);
    expect(await deadLetters(database.sql)).toEqual([]);

    await put(8);
    await database.sql`update pgboss.job set state = 'failed', completed_on = now() where state in ('created', 'retry')`;
    await drainDeadLetters(database.sql, await deadLetters(database.sql));
    expect(await stand()).toMatchObject({ dead: 0 });
  });

  it('of a worker that fell silent is taken up by another', async () => {
    const ran: number[] = [];
    await put(1);
    // a worker that died in the middle
    await openBoss(database.sql).fetch('slack-arrival');
    await database.sql`update pgboss.job set started_on = now() - interval '11 seconds'`;
    await work(async (id) => void ran.push(id));
    await until('it is run', async () => {
      await hurry();
      return ran.length > 0;
    });
    expect(ran).toEqual([1]);
  });

  it('that runs is finished before a stop', async () => {
    let release = () => {};
    let isRunning = false;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const jobs = await work(async () => {
      isRunning = true;
      await released;
    });
    await put(1);
    jobs.wake();
    await until('it runs', () => isRunning);
    const stopped = jobs.stop();
    release();
    await stopped;
    expect(await stand()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  });
});

describe('the jobs', () => {
  it('are the files in tasks/, one for each queue', async () => {
    expect((await loadJobs()).map(({ queue }) => queue)).toContain('slack-arrival');
  });
});
