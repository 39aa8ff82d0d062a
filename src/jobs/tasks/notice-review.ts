import { defineJob } from '../define-job.js';

/** Shows the team a delay notice that waits for their look, or what came of it. */
export default defineJob({
  queue: 'notice-review',
  pace: 'prompt',
  needsSlack: true,
  async run({ reviewId }, { slack, wakeSenders }) {
    await slack?.showNoticeReview(reviewId);
    wakeSenders();
  },
});
