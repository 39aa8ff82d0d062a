import { defineJob } from '../define-job.js';

/** Brings a conversation's thread in Slack up to date with what was said and done. */
export default defineJob({
  queue: 'hand-off-thread',
  pace: 'prompt',
  needsSlack: true,
  async run({ conversationId }, { slack, wakeSenders }) {
    await slack?.showHandOff(conversationId);
    wakeSenders();
  },
});
