import { getJobState } from '../../../tools/get-job-state.js';
import { listApprovals } from '../../../tools/list-approvals.js';
import { listDelayDuties } from '../../../tools/list-delay-duties.js';
import { listEscalations } from '../../../tools/list-escalations.js';
import { listHandOffs } from '../../../tools/list-hand-offs.js';
import type { EventHandling } from '../define-event.js';
import type { Post } from '../posts.js';
import { homeView, strangersHome } from './home-view.js';
import { myQueue } from './my-queue.js';

/** Draws somebody's App Home as things are now. */
export async function drawHome(
  user: string,
  { member, policy, now, todayOn }: Pick<EventHandling, 'member' | 'policy' | 'now' | 'todayOn'>,
): Promise<Post> {
  if (!member) return { method: 'views.publish', user, view: strangersHome(policy.name) };
  const { staff, call } = member;
  const scene = { staffId: staff.staffId, now, todayOn, zone: policy.zone };
  const { handOffs } = await call(listHandOffs, {});
  const { escalations } = await call(listEscalations, {});
  const { approvals } = await call(listApprovals, {});
  const clock = await call(listDelayDuties, {});
  const deadJobs = staff.kind === 'manager' ? (await call(getJobState, {})).dead : null;
  const mine = myQueue({ staff, handOffs, escalations, ...scene });
  const view = homeView({ shopName: policy.name, handOffs, mine, approvals, clock, deadJobs }, scene);
  return { method: 'views.publish', user, view };
}
