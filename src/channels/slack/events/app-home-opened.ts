import { z } from 'zod';
import { getJobState } from '../../../tools/get-job-state.js';
import { listApprovals } from '../../../tools/list-approvals.js';
import { listEscalations } from '../../../tools/list-escalations.js';
import { listHandOffs } from '../../../tools/list-hand-offs.js';
import { defineEvent } from '../define-event.js';
import { homeView, strangersHome } from '../home/home-view.js';
import { myQueue } from '../home/my-queue.js';

/** Somebody looks at App Home: it is drawn anew, so that it shows what is now. */
export default defineEvent({
  type: 'app_home_opened',
  scopes: [],
  event: z.object({ user: z.string(), tab: z.literal('home') }),
  async run({ user }, { member, policy, now, todayOn }) {
    if (!member) return [{ method: 'views.publish', user, view: strangersHome(policy.name) }];
    const { handOffs } = await member.call(listHandOffs, {});
    const deadJobs = member.staff.kind === 'manager' ? (await member.call(getJobState, {})).dead : null;
    const { escalations } = await member.call(listEscalations, {});
    const mine = myQueue({ staff: member.staff, handOffs, escalations, now, todayOn, zone: policy.zone });
    const approvals = (await member.call(listApprovals, {})).approvals.length;
    const view = homeView({ shopName: policy.name, now, handOffs, mine, approvals, deadJobs });
    return [{ method: 'views.publish', user, view }];
  },
});
