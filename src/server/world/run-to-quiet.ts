import type { Sql } from '../../store/connect.js';
import { poll } from '../../store/deadline.js';
import { enqueueEverySweep } from '../../store/jobs/enqueue.js';
import { newestOutgoing } from '../../store/outbox.js';
import { lookAtHeldTexts, underWay } from '../../store/under-way.js';

/** Sweeps are run anew while the ones before had something sent, so often at most. */
const MOST_ROUNDS = 4;
/** Longer than a worker's lease, so that what a killed process held is taken over. */
const PATIENCE_MS = 30_000;

/**
 * Has everything done that is due at this moment: the sweeps, what they cause, and what that sends. False when something is
 * still under way after half a minute.
 */
export async function runToQuiet(sql: Sql, wake: () => void): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await newestOutgoing(sql);
    await enqueueEverySweep(sql);
    await lookAtHeldTexts(sql);
    wake();
    if (!(await becomesQuiet(sql))) return false;
    if ((await newestOutgoing(sql)) === before) return true;
  }
  return true;
}

/** Quiet twice, one look after the other: what is handed from one to the next is seen at one of the two. */
async function becomesQuiet(sql: Sql): Promise<boolean> {
  let wasQuiet = false;
  const quiet = await poll(PATIENCE_MS, async () => {
    const { jobs, arrivals, sendings } = await underWay(sql);
    const isQuiet = jobs + arrivals + sendings === 0;
    const twice = isQuiet && wasQuiet;
    wasQuiet = isQuiet;
    return twice || undefined;
  });
  return quiet === true;
}
