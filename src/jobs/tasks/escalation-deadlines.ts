import { isAnythingOverdue } from '../../store/overdue-escalations.js';
import { raiseOverdueEscalations } from '../../tools/raise-overdue-escalations.js';
import { defineJob } from '../define-job.js';

/** Looks after the deadlines of hand-offs and escalated orders: what nobody looked at in time goes one rank up. */
export default defineJob({
  queue: 'escalation-deadlines',
  pace: 'background',
  async run(_data, { sql, door }) {
    // a call leaves an audit row, and most rounds have nothing to do
    if (!(await isAnythingOverdue(sql))) return;
    await door.call(raiseOverdueEscalations, {}, { kind: 'system', job: 'escalation-deadlines' });
  },
});
