import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import { QUEUES } from '../store/jobs/queues.js';
import type { Job } from './define-job.js';

const FOLDER = new URL('./tasks/', import.meta.url);
const JobModule = z.object({ default: z.looseObject({ queue: z.string() }) });

/** Finds every job by its folder. Throws when a queue has no job, or a job no queue. */
export async function loadJobs(): Promise<Job[]> {
  const files = (await readdir(FOLDER)).filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).sort();
  const jobs = await Promise.all(
    files.map(async (file) => JobModule.parse(await import(new URL(file, FOLDER).href)).default as unknown as Job),
  );
  const found = jobs.map(({ queue }) => queue).sort();
  const wanted = Object.keys(QUEUES).sort();
  if (found.join() !== wanted.join())
    throw new Error(`The jobs in tasks/ (${found.join(', ')}) are not those of the queues (${wanted.join(', ')})`);
  return jobs;
}
