import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { addCustomerMessage } from '../store/customer-messages.js';
import { causeAmong } from '../store/delay-looks.js';
import { lockOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { movedDates } from './moved-dates.js';
import { owedNotice } from './owed-notice.js';
import { inTransaction } from './transaction.js';

/** Tells a customer that what they wait for ships earlier or later than they were told, where the law asks for no notice. */
export const tellMovedDates = defineTool({
  name: 'tell_moved_dates',
  effect: 'record',
  audience: ['system'],
  description: 'Tell a customer of ship dates that a supplier’s promises moved, where no delay notice is owed.',
  input: z.object({ orderNumber: OrderNumber, promiseIds: z.array(z.int()).min(1) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('told'), messageId: z.string() }),
    z.object({ kind: z.literal('nothing_new') }),
  ]),
  authorize: () => true,
  async run({ orderNumber, promiseIds }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order || (await owedNotice(order, context))) return { kind: 'nothing_new' as const };
    const moved = await movedDates(order, context);
    if (!moved) return { kind: 'nothing_new' as const };
    const lineIds = moved.lines.map(({ orderLineId }) => orderLineId);
    const cause = await causeAmong(tx, lineIds, promiseIds);
    const messageId = await addCustomerMessage(tx, {
      kind: moved.kind,
      facts: { orderNumber, lines: [...moved.lines] },
      customerId: order.customerId,
      ...(cause !== null && { cause: String(cause) }),
    });
    return messageId ? { kind: 'told' as const, messageId } : { kind: 'nothing_new' as const };
  },
});
