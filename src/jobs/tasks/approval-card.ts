import { defineJob } from '../define-job.js';

/** Shows a request for approval in Slack as it stands: the card to those who may decide, the outcome to who asked. */
export default defineJob({
  queue: 'approval-card',
  pace: 'prompt',
  needsSlack: true,
  async run({ approvalId }, { slack, wakeSenders }) {
    await slack?.showApproval(approvalId);
    wakeSenders();
  },
});
