import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { OrderEscalation, openEscalation } from '../store/order-escalations.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { orderRules } from './escalation-facts.js';
import { principalId, STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * Puts an order before the team without a conversation: the escalation rules say whose it is, how urgent, and by when
 * somebody must look (docs/escalation.md). One an order: a second call raises the one that is open.
 */
export const escalateOrder = defineTool({
  name: 'escalate_order',
  effect: 'record',
  audience: [...STAFF, 'system'],
  description: 'Escalate an order to a colleague by the escalation rules, with a reason.',
  input: z.object({
    orderNumber: OrderNumber,
    reason: z.string().trim().min(1).max(500),
    /** What the customer said or did, where a rule asks for it. */
    signal: z.enum(['anger', 'legal', 'safety']).optional(),
    /** The colleague it is for by name; without it, anybody of the rank the rules name. */
    assignTo: z.string().min(1).max(80).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    OrderEscalation.extend({ kind: z.literal('escalated') }),
    OrderEscalation.extend({ kind: z.literal('raised') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ orderNumber, reason, signal, assignTo }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const fired = await orderRules(order, signal ?? null, context);
    const { escalation, isNew } = await openEscalation(tx, {
      ...fired,
      orderNumber,
      reason,
      askedBy: principalId(context.principal),
      askedAt: context.now,
      assignedTo: assignTo ?? null,
    });
    return { kind: isNew ? ('escalated' as const) : ('raised' as const), ...escalation };
  },
});
