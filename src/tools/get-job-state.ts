import { z } from 'zod';
import { queueStands } from '../store/jobs/job-book.js';
import { defineTool } from './define-tool.js';

/** How the desk's own work stands: what waits, what runs, what was given up and wants somebody to look. */
export const getJobState = defineTool({
  name: 'get_job_state',
  effect: 'read',
  audience: ['manager', 'system'],
  description: 'Tell how many of the desk’s own jobs wait, run, or were given up.',
  input: z.object({}),
  output: z.object({ kind: z.literal('found'), waiting: z.int(), running: z.int(), dead: z.int() }),
  authorize: () => true,
  async run(_input, { sql }) {
    const stands = await queueStands(sql);
    const total = (what: 'waiting' | 'running' | 'dead') => stands.reduce((sum, stand) => sum + stand[what], 0);
    return { kind: 'found' as const, waiting: total('waiting'), running: total('running'), dead: total('dead') };
  },
});
