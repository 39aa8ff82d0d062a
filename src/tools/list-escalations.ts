import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { OrderEscalation, openEscalations } from '../store/order-escalations.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

/** Which orders wait for somebody of the team, the urgent first, then by deadline. */
export const listEscalations = defineTool({
  name: 'list_escalations',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List the open escalations of orders, with owner and deadline; of one order when it is named.',
  input: z.object({ orderNumber: OrderNumber.optional() }),
  output: z.object({ kind: z.literal('listed'), escalations: z.array(OrderEscalation) }),
  authorize: () => true,
  async run({ orderNumber }, { sql }) {
    return { kind: 'listed' as const, escalations: await openEscalations(sql, orderNumber) };
  },
});
