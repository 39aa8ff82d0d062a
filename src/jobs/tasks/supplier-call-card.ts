import { defineJob } from '../define-job.js';

/** Shows a call that somebody must make to a supplier in Slack, as it stands. */
export default defineJob({
  queue: 'supplier-call-card',
  pace: 'prompt',
  needsSlack: true,
  async run({ callId }, { slack, wakeSenders }) {
    await slack?.showSupplierCall(callId);
    wakeSenders();
  },
});
