import { isAnyApprovalOver } from '../../store/approvals.js';
import { expireApprovals } from '../../tools/expire-approvals.js';
import { defineJob } from '../define-job.js';

/** Ends requests for approval when their time is over. */
export default defineJob({
  queue: 'expire-approvals',
  pace: 'background',
  async run(_data, { sql, door }) {
    // a call leaves an audit row, and most rounds have nothing to do
    if (!(await isAnyApprovalOver(sql))) return;
    await door.call(expireApprovals, {}, { kind: 'system', job: 'expire-approvals' });
  },
});
