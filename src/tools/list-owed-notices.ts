import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { CustomerId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { ordersWaitingFor } from '../store/delay-looks.js';
import { noticesOf } from '../store/delay-notices.js';
import { defineTool } from './define-tool.js';
import { lineEstimator } from './estimate-line.js';
import { ordersUnderRule } from './orders-under-rule.js';
import { noticeAddress, owedNotice } from './owed-notice.js';
import { STAFF } from './principal.js';

/** The delay notices that are owed, customer by customer, whether or not their time has come: to send them all at once. */
export const listOwedNotices = defineTool({
  name: 'list_owed_notices',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List the customers who are owed delay notices, for all orders or those that wait for one item.',
  input: z.object({ sku: Sku.optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('listed'),
      customers: z.array(
        z.object({
          customerId: CustomerId,
          customerName: z.string(),
          orderNumbers: z.array(OrderNumber).min(1),
          /** Silence cancels something of it. */
          mustAnswer: z.boolean(),
          sendBy: LocalDate,
        }),
      ),
      /** Orders whose notice has nowhere to go by e-mail: a person's task. */
      withoutAddress: z.array(OrderNumber),
    }),
    z.object({ kind: z.literal('mail_not_connected') }),
  ]),
  authorize: () => true,
  async run({ sku }, context) {
    const { sql, mail } = context;
    if (!mail.connected) return { kind: 'mail_not_connected' as const };
    const withoutAddress: OrderNumber[] = [];
    const owing: { customerId: CustomerId; facts: NonNullable<Awaited<ReturnType<typeof owedNotice>>>['facts'] }[] = [];
    const estimate = await lineEstimator(context);
    for (const known of await ordersUnderRule(context, await ordersWaitingFor(sql, sku))) {
      const { order } = known;
      const owed = await owedNotice(order, context, { known, estimate });
      if (!owed || (await noticesOf(sql, order.number)).some(({ state }) => state === 'waiting')) continue;
      if ((await noticeAddress(order, context)) === null) withoutAddress.push(order.number);
      else owing.push({ customerId: order.customerId, facts: owed.facts });
    }
    const customers = [...groupBy(owing, ({ customerId }) => customerId)].map(([customerId, own]) => ({
      customerId,
      customerName: own[0]?.facts.customerName ?? '',
      orderNumbers: own.map(({ facts }) => facts.orderNumber).sort(),
      mustAnswer: own.some(({ facts }) => facts.lines.some(({ silenceMeansConsent }) => !silenceMeansConsent)),
      sendBy: own.map(({ facts }) => facts.sendBy).reduce((a, b) => (a < b ? a : b)),
    }));
    return {
      kind: 'listed' as const,
      customers: customers.sort((a, b) => (a.sendBy + a.customerId < b.sendBy + b.customerId ? -1 : 1)),
      withoutAddress,
    };
  },
});
