import { defineJob } from '../define-job.js';

/** Sends the digest to each channel whose local time has come. Which have theirs already the database knows. */
export default defineJob({
  queue: 'daily-digest',
  pace: 'background',
  needsSlack: true,
  async run(_data, { slack, wakeSenders }) {
    await slack?.sendDigests();
    wakeSenders();
  },
});
