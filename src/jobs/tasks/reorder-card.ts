import { defineJob } from '../define-job.js';

/** Shows a request to order goods in Slack as it stands: to those who may decide, the outcome to who asked. */
export default defineJob({
  queue: 'reorder-card',
  pace: 'prompt',
  needsSlack: true,
  async run({ reorderId }, { slack, wakeSenders }) {
    await slack?.showReorder(reorderId);
    wakeSenders();
  },
});
