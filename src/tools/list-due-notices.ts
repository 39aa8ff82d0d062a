import { z } from 'zod';
import { groupBy } from '../domain/kernel/group-by.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { waitingOrders } from '../store/delay-looks.js';
import { noticesOf } from '../store/delay-notices.js';
import { findOrders } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { owedNotice } from './owed-notice.js';

/** The delay notices whose time has come, customer by customer; of all orders that wait, or of those that some supplier's promises touch. */
export const listDueNotices = defineTool({
  name: 'list_due_notices',
  effect: 'read',
  audience: ['system'],
  description: 'List the customers to whom delay notices are due now, with the orders.',
  input: z.object({ promiseIds: z.array(z.int()).min(1).optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('listed'),
      customers: z.array(z.object({ customerId: CustomerId, orderNumbers: z.array(OrderNumber).min(1) })),
    }),
    z.object({ kind: z.literal('mail_not_connected') }),
  ]),
  authorize: () => true,
  async run({ promiseIds }, context) {
    const { sql, mail } = context;
    if (!mail.connected) return { kind: 'mail_not_connected' as const };
    const waiting = await waitingOrders(sql, promiseIds);
    const orders = await findOrders(
      sql,
      waiting.map(({ orderNumber }) => orderNumber),
    );
    const due: (typeof orders)[number][] = [];
    for (const order of orders) {
      if ((await noticesOf(sql, order.number)).some(({ state }) => state === 'waiting')) continue;
      if ((await owedNotice(order, context))?.isDue) due.push(order);
    }
    const customers = [...groupBy(due, ({ customerId }) => customerId)].map(([customerId, own]) => ({
      customerId,
      orderNumbers: own.map(({ number }) => number).sort(),
    }));
    return { kind: 'listed' as const, customers };
  },
});
