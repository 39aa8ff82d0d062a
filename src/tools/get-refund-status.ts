import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { refundNotAfter } from '../domain/orders/refund-amount.js';
import { findOrder } from '../store/orders.js';
import { refundsOf } from '../store/refunds.js';
import { defineTool } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';

/** Answers "where is my refund?": each refund of an order, how far it is, and by when it must be sent, 16 CFR 435.1(b). */
export const getRefundStatus = defineTool({
  name: 'get_refund_status',
  effect: 'read',
  audience: ['shopper', 'rep', 'manager', 'system'],
  description:
    'Tell what refunds an order has and how far each is. Only state sent means that the money went out; owed and requested should be sent by refundExpectedBy and must be by refundNotAfter.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      orderNumber: OrderNumber,
      refunds: z.array(
        z.object({
          refundAmount: Money,
          refundMethod: z.string(),
          /** Our own last day for sending it. */
          refundExpectedBy: LocalDate,
          /** The last day by the statute. */
          refundNotAfter: LocalDate,
          state: z.enum(['owed', 'requested', 'sent']),
          refundSentOn: LocalDate.nullable(),
          /** Not sent, and our day is over. */
          isLate: z.boolean(),
        }),
      ),
    }),
    z.object({ kind: z.literal('none'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber }, { sql, now }) {
    const order = await findOrder(sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const refunds = await refundsOf(sql, orderNumber);
    const today = dateIn(order.shipToZone, now);
    if (refunds.length === 0) return { kind: 'none' as const, orderNumber };
    return {
      kind: 'found' as const,
      orderNumber,
      refunds: refunds.map(({ amount, method, owedSince, sendBy, state, sentAt }) => ({
        refundAmount: amount,
        refundMethod: method,
        refundExpectedBy: sendBy,
        refundNotAfter: refundNotAfter(dateIn(order.shipToZone, owedSince)),
        state,
        refundSentOn: sentAt && dateIn(order.shipToZone, sentAt),
        isLate: state !== 'sent' && sendBy < today,
      })),
    };
  },
});
