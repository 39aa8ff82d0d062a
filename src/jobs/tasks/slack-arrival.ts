import { defineJob } from '../define-job.js';

/** Does what somebody asked for in Slack: the arrival was stored and acknowledged, this is its effect. */
export default defineJob({
  queue: 'slack-arrival',
  pace: 'prompt',
  needsSlack: true,
  async run({ arrivalId }, { slack, wakeSenders }) {
    await slack?.answer(arrivalId);
    wakeSenders();
  },
  async gaveUp({ arrivalId }, error, { slack, wakeSenders }) {
    await slack?.giveUp(arrivalId, error);
    wakeSenders();
  },
});
