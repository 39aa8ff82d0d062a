import {
  type DeadLetter,
  deadLetters,
  drainDeadLetters,
  queueStands,
  retryDeadLetters,
} from '../store/jobs/job-book.js';
import { InputError } from './input-error.js';
import { withDatabase } from './open-cli-database.js';

const print = (row: object) => process.stdout.write(`${JSON.stringify(row)}\n`);

/** A JSON line for each queue, then one for each dead letter. */
export async function printJobs(): Promise<void> {
  await withDatabase(async ({ sql }) => {
    for (const stand of await queueStands(sql)) print(stand);
    for (const dead of await deadLetters(sql)) print(dead);
  });
}

/** Lets dead letters try once more, and prints which. */
export const retryJobs = (which: string): Promise<void> => withDead(which, retryDeadLetters);

/** Throws dead letters away, and prints which. */
export const drainJobs = (which: string): Promise<void> => withDead(which, drainDeadLetters);

async function withDead(which: string, work: typeof retryDeadLetters): Promise<void> {
  await withDatabase(async ({ sql }) => {
    const all = await deadLetters(sql);
    const chosen: DeadLetter[] = all.filter(({ id, queue }) => which === 'all' || which === id || which === queue);
    if (chosen.length === 0) throw new InputError(`Nothing that was given up is named ${which}; "desk jobs" lists it.`);
    await work(sql, chosen);
    for (const dead of chosen) print(dead);
  });
}
