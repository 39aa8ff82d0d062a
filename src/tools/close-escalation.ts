import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { closeEscalation as close, OrderEscalation } from '../store/order-escalations.js';
import { defineTool } from './define-tool.js';
import { principalId, STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** Ends an order's escalation with what came of it, in the words of whoever dealt with it. */
export const closeEscalation = defineTool({
  name: 'close_escalation',
  effect: 'record',
  audience: STAFF,
  description: 'Close the open escalation of an order, saying what came of it.',
  input: z.object({ orderNumber: OrderNumber, outcome: z.string().trim().min(1).max(500) }),
  output: z.discriminatedUnion('kind', [
    OrderEscalation.extend({ kind: z.literal('closed') }),
    z.object({ kind: z.literal('none_open'), orderNumber: OrderNumber }),
  ]),
  authorize: () => true,
  async run({ orderNumber, outcome }, context) {
    const { now, principal } = context;
    const closed = await close(inTransaction(context), { orderNumber, by: principalId(principal), outcome, at: now });
    return closed ? { kind: 'closed' as const, ...closed } : { kind: 'none_open' as const, orderNumber };
  },
});
