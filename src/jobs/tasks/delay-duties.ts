import { isLookDue, keepLook } from '../../store/delay-looks.js';
import { defineJob } from '../define-job.js';
import { sendNotices } from '../send-notices.js';

/** Looks through all orders that wait, every few hours of business time, and does what the delay rule makes due of them. */
export default defineJob({
  queue: 'delay-duties',
  pace: 'background',
  async run(_data, context) {
    const { sql, rules } = context;
    if (!(await isLookDue(sql, rules.notices.automatic.lookEveryHours))) return;
    await sendNotices('delay-duties', context);
    await keepLook(sql);
  },
});
