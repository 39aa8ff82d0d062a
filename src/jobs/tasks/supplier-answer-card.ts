import { defineJob } from '../define-job.js';

/** Shows a supplier's mail to those who buy: what it claims, what counts already, and what somebody is to decide. */
export default defineJob({
  queue: 'supplier-answer-card',
  pace: 'prompt',
  needsSlack: true,
  async run({ mailId }, { slack, wakeSenders }) {
    await slack?.showSupplierAnswer(mailId);
    wakeSenders();
  },
});
