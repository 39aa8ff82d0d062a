import { isLookDue, keepLook } from '../../store/looks.js';
import { defineJob } from '../define-job.js';
import { doDelayWork } from '../do-delay-work.js';

/** Looks through all orders that are not done, every hour or so of business time, and does what the delay rule makes due. */
export default defineJob({
  queue: 'delay-duties',
  pace: 'background',
  async run(_data, context) {
    const { sql, rules } = context;
    if (!(await isLookDue(sql, 'delay_looks', rules.notices.automatic.lookEveryHours))) return;
    await doDelayWork('delay-duties', context);
    await keepLook(sql, 'delay_looks');
  },
});
