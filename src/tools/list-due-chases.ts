import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { purchaseOrders } from '../store/purchase-orders.js';
import { defineTool } from './define-tool.js';
import { dueChases } from './due-chases.js';
import { STAFF } from './principal.js';

/** Which open orders their suppliers are to be asked about now. Asks nothing. */
export const listDueChases = defineTool({
  name: 'list_due_chases',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'List the purchase orders about which their suppliers are due to be asked now, and whether risk is high.',
  input: z.object({}),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('listed'),
      chases: z.array(
        z.object({
          poNumber: PurchaseOrderNumber,
          asks: z.enum(['acknowledgement', 'date_check', 'overdue']),
          occasion: z.string(),
          isHighRisk: z.boolean(),
        }),
      ),
    }),
  ]),
  authorize: () => true,
  async run(_input, context) {
    const due = await dueChases(await purchaseOrders(context.sql, 'open'), context);
    return {
      kind: 'listed' as const,
      chases: due.map(({ order, chase, isHighRisk }) => ({
        poNumber: order.poNumber,
        asks: chase.kind,
        occasion: chase.occasion,
        isHighRisk,
      })),
    };
  },
});
