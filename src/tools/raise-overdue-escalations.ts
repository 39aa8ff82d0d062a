import { z } from 'zod';
import { businessDeadline } from '../domain/escalation/business-deadline.js';
import { raiseOverdue } from '../store/overdue-escalations.js';
import { defineTool } from './define-tool.js';
import { shopCalendar } from './shop-calendar.js';
import { inTransaction } from './transaction.js';

/** What nobody looked at in time goes one rank up, with a new deadline in working hours; see docs/escalation.md. */
export const raiseOverdueEscalations = defineTool({
  name: 'raise_overdue_escalations',
  effect: 'record',
  audience: ['system'],
  description: 'Give every request for a person and every escalated order that is past its deadline to the next rank.',
  input: z.object({}),
  output: z.object({ kind: z.literal('raised'), handOffs: z.int(), orders: z.int() }),
  authorize: () => true,
  async run(_input, context) {
    const { now, policy, rules } = context;
    const hours = { ...policy.hours, zone: policy.zone, calendar: shopCalendar(policy) };
    const { withinBusinessHours } = rules.escalation.overdue;
    const dueAt = businessDeadline(now, withinBusinessHours, hours);
    const remindAt = businessDeadline(now, withinBusinessHours / 2, hours);
    return { kind: 'raised' as const, ...(await raiseOverdue(inTransaction(context), { now, dueAt, remindAt })) };
  },
});
