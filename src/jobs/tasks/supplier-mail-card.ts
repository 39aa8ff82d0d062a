import { defineJob } from '../define-job.js';

/** Shows a mail to a supplier that waits for a person, or did, in Slack as it stands. */
export default defineJob({
  queue: 'supplier-mail-card',
  pace: 'prompt',
  needsSlack: true,
  async run({ mailId }, { slack, wakeSenders }) {
    await slack?.showSupplierMail(mailId);
    wakeSenders();
  },
});
