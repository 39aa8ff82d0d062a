import { defineJob } from '../define-job.js';
import { sendNotices } from '../send-notices.js';

/** A supplier gave other dates: whoever waits for that supply, and is owed a notice for it, gets one at once. */
export default defineJob({
  queue: 'supply-moved',
  pace: 'prompt',
  run: ({ promiseIds }, context) => sendNotices('supply-moved', context, promiseIds),
});
