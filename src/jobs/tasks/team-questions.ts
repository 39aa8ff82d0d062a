import { settleTeamQuestions } from '../../store/team-questions.js';
import { defineJob } from '../define-job.js';

/** Ends the team's questions to shoppers when their time is over, and notes which of them reached the channel. */
export default defineJob({
  queue: 'team-questions',
  pace: 'background',
  run: (_data, { sql }) => settleTeamQuestions(sql),
});
