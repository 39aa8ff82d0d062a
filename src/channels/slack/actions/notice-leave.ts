import { z } from 'zod';
import { putOffNotice } from '../../../tools/put-off-notice.js';
import { sayMoment } from '../../../wording/formats.js';
import { sentence, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';

/** Leaves a notice that one was asked about for as long as the law allows. */
export default defineAction({
  id: 'notice:leave',
  value: z.object({ reviewId: z.uuid() }),
  async run({ reviewId }, { call, reply, policy, todayOn }) {
    const done = await call(putOffNotice, { reviewId });
    if (done.kind === 'over')
      return [reply(sentence(words('There is nothing to leave: it went, or is not owed any more.')))];
    const at = sayMoment(done.goesAt, policy.zone, todayOn);
    return [reply(sentence(mrkdwn`Left. If it is still owed then, it goes by itself at ${at}.`))];
  },
});
