import { defineJob } from '../define-job.js';

/** Shows in Slack what somebody of the team asked a shopper, and what came of it, to whoever asked. */
export default defineJob({
  queue: 'team-question',
  pace: 'prompt',
  needsSlack: true,
  async run({ questionId }, { slack, wakeSenders }) {
    await slack?.showTeamQuestion(questionId);
    wakeSenders();
  },
});
