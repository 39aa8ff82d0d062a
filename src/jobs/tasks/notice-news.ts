import { defineJob } from '../define-job.js';

/** Tells whoever of the team sent a delay notice that it was refused, not sent after all, or answered. */
export default defineJob({
  queue: 'notice-news',
  pace: 'prompt',
  needsSlack: true,
  async run(about, { slack, wakeSenders }) {
    await slack?.tellNoticeNews(about);
    wakeSenders();
  },
});
