import { z } from 'zod';
import { getJobState } from '../../../tools/get-job-state.js';
import { listHandOffs } from '../../../tools/list-hand-offs.js';
import { defineEvent } from '../define-event.js';
import { homeView, strangersHome } from '../home/home-view.js';

/** Somebody looks at App Home: it is drawn anew, so that it shows what is now. */
export default defineEvent({
  type: 'app_home_opened',
  scopes: [],
  event: z.object({ user: z.string(), tab: z.literal('home') }),
  async run({ user }, { member, policy, now }) {
    if (!member) return [{ method: 'views.publish', user, view: strangersHome(policy.name) }];
    const { handOffs } = await member.call(listHandOffs, {});
    const deadJobs = member.staff.kind === 'manager' ? (await member.call(getJobState, {})).dead : null;
    return [{ method: 'views.publish', user, view: homeView({ shopName: policy.name, now, handOffs, deadJobs }) }];
  },
});
