import { z } from 'zod';
import { businessDeadline } from '../domain/escalation/business-deadline.js';
import { openCall, ordersToCall } from '../store/supplier-calls.js';
import { defineTool } from './define-tool.js';
import { shopCalendar } from './shop-calendar.js';
import { showSupplierCall } from './supplier-call-facts.js';
import { inTransaction } from './transaction.js';

/** Puts before the team which suppliers must be called: they did not answer, or our mail did not get through. */
export const raiseSupplierCalls = defineTool({
  name: 'raise_supplier_calls',
  effect: 'record',
  audience: ['system'],
  description: 'Open a call task for each order whose supplier stays silent or cannot be reached by mail.',
  input: z.object({}),
  output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('raised'), callIds: z.array(z.int()) })]),
  authorize: () => true,
  async run(_input, context) {
    const { now, policy, rules } = context;
    const tx = inTransaction(context);
    const { questions, owner, withinBusinessHours } = rules.suppliers.silence;
    const hours = { ...policy.hours, zone: policy.zone, calendar: shopCalendar(policy) };
    const dueAt = businessDeadline(now, withinBusinessHours, hours);
    const callIds: number[] = [];
    for (const { poNumber, supplierId, because } of await ordersToCall(tx, questions)) {
      const callId = await openCall(tx, { supplierId, poNumber, because, owner, madeAt: now, dueAt });
      if (callId === null) continue;
      callIds.push(callId);
      await showSupplierCall(callId, context);
    }
    return { kind: 'raised' as const, callIds };
  },
});
