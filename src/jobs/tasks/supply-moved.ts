import { defineJob } from '../define-job.js';
import { doDelayWork } from '../do-delay-work.js';

/** A supplier gave other dates: whoever waits for that supply, and is owed a notice for it, gets one at once. */
export default defineJob({
  queue: 'supply-moved',
  pace: 'prompt',
  run: ({ promiseIds }, context) => doDelayWork('supply-moved', context, promiseIds),
});
