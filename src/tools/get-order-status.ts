import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { orderState } from '../domain/orders/line-state.js';
import { findOrder, linesOf } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { LineFacts, lineFacts, placedOn } from './order-facts.js';
import { STAFF } from './principal.js';

/** Answers "where is my order?": each line with what shipped, by whom, and what still waits. */
export const getOrderStatus = defineTool({
  name: 'get_order_status',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Read one order, line by line: what shipped (with tracking), what is delivered, what still waits. Ask get_line_eta for the dates of what waits.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      orderNumber: OrderNumber,
      placedOn: LocalDate,
      paid: Money,
      state: z.enum(['open', 'part_shipped', 'shipped', 'delivered', 'cancelled']),
      /** Held back at the shop by somebody of the team: nothing leaves. */
      onHold: z.boolean(),
      lines: z.array(LineFacts),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber }, { sql }) {
    const order = await findOrder(sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const lines = await linesOf(sql, [orderNumber]);
    return {
      kind: 'found' as const,
      orderNumber,
      placedOn: placedOn(order, order.shipToZone),
      paid: money(order.paidCents, order.currency),
      state: orderState(lines.map((line) => line.state)),
      onHold: order.heldBecause !== null,
      lines: lines.map((line) => lineFacts(line, order)),
    };
  },
});
