import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findOrder } from '../store/orders.js';
import { CANNOT_CANCEL_ITEMS, CancelPreview, cancelPreview } from './cancel-preview.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

/** What cancelling would do, before a member of staff does it. SOP: cancellations. */
export const previewCancellation = defineTool({
  name: 'preview_cancellation',
  effect: 'read',
  audience: STAFF,
  description:
    'Look at what cancelling one line of an order, or all of it that has not left, would do. Changes nothing; cancel_items does it by the recapId.',
  input: z.object({ orderNumber: OrderNumber, line: z.int().min(1).nullable() }),
  output: z.discriminatedUnion('kind', [
    CancelPreview.extend({ kind: z.literal('can_cancel') }),
    ...CANNOT_CANCEL_ITEMS,
  ]),
  authorize: () => true,
  async run({ orderNumber, line }, context) {
    const order = await findOrder(context.sql, orderNumber);
    return order ? cancelPreview(order, line, context) : { kind: 'not_found' as const };
  },
});
