import { z } from 'zod';
import { compareInstants, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { orderState } from '../domain/orders/line-state.js';
import type { SqlOrTx } from '../store/connect.js';
import { findOrder, linesOf, type OrderRecord, ordersOf } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { placedOn } from './order-facts.js';
import { currentIdentity, type Identity } from './principal.js';

const MOST = 10;

/** Lists the orders of the shopper who asks, newest first: those that their proof of identity covers. */
export const listOrders = defineTool({
  name: 'list_orders',
  effect: 'read',
  audience: ['shopper'],
  description: 'List the shopper’s own orders, newest first. Works only after identify_shopper.',
  input: z.object({}),
  output: z.object({
    kind: z.literal('listed'),
    orders: z.array(
      z.object({
        orderNumber: OrderNumber,
        placedOn: LocalDate,
        state: z.enum(['open', 'part_shipped', 'shipped', 'delivered', 'cancelled']),
        items: z.array(z.string()),
      }),
    ),
  }),
  authorize: (_input, { principal, now }) => principal.kind === 'shopper' && currentIdentity(principal, now) !== null,
  async run(_input, { principal, sql, now }) {
    const identity = principal.kind === 'shopper' ? currentIdentity(principal, now) : null;
    if (!identity) return { kind: 'listed' as const, orders: [] };
    const orders = await provenOrders(sql, identity);
    const lines = await linesOf(
      sql,
      orders.map((order) => order.number),
    );
    return {
      kind: 'listed' as const,
      orders: orders.map((order) => {
        const own = lines.filter((line) => line.orderNumber === order.number);
        return {
          orderNumber: order.number,
          placedOn: placedOn(order, order.shipToZone),
          state: orderState(own.map((line) => line.state)),
          items: own.map((line) => line.title),
        };
      }),
    };
  },
});

/** Newest first: the customer's own, or those of them that were proven one by one, however old. */
async function provenOrders(sql: SqlOrTx, { customerId, orders }: Identity): Promise<OrderRecord[]> {
  if (orders === 'all') return ordersOf(sql, customerId, MOST);
  const found = await Promise.all(orders.map((number) => findOrder(sql, number)));
  return found
    .filter((order): order is OrderRecord => order?.customerId === customerId)
    .sort((a, b) => compareInstants(b.placedAt, a.placedAt));
}
