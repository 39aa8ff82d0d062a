import { defineJob } from '../define-job.js';

/** Tells the alerts channel what ran low and which suppliers slipped since the last look. */
export default defineJob({
  queue: 'stock-alerts',
  pace: 'background',
  needsSlack: true,
  async run(_data, { slack, wakeSenders }) {
    await slack?.sendAlerts();
    wakeSenders();
  },
});
