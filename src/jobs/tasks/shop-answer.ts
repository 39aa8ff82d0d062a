import { defineJob } from '../define-job.js';

/** Tells whoever of the team asked the shop for something what it answered. */
export default defineJob({
  queue: 'shop-answer',
  pace: 'prompt',
  needsSlack: true,
  async run({ requestId }, { slack, wakeSenders }) {
    await slack?.tellShopAnswer(requestId);
    wakeSenders();
  },
});
