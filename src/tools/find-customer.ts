import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { orderState } from '../domain/orders/line-state.js';
import { findCustomers, type LookedFor, openOrdersOf } from '../store/find-customers.js';
import { findOrder, findOrders, linesOf, type OrderLineRecord, type OrderRecord } from '../store/orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { placedOn } from './order-facts.js';
import { STAFF } from './principal.js';

const MOST_CUSTOMERS = 5;
const MOST_ORDERS = 3;
/** Fewer letters of a name, or digits of a phone number, would find nearly everybody. */
const LEAST_LETTERS = 2;
const LEAST_DIGITS = 7;

const OpenOrder = z.object({
  orderNumber: OrderNumber,
  placedOn: LocalDate,
  state: z.enum(['open', 'part_shipped', 'shipped', 'delivered', 'cancelled']),
  items: z.int(),
  /** Lines of it that wait for stock. */
  itemsWaiting: z.int(),
});

const Customer = z.object({
  customerId: CustomerId,
  customerName: z.string(),
  tier: z.enum(['standard', 'plus', 'vip']),
  isBusiness: z.boolean(),
  lifetimeValue: Money,
  /** The newest of those that are open; `openOrders` counts all. */
  orders: z.array(OpenOrder),
  openOrders: z.int(),
});

/** Answers "who is this?" by e-mail, phone, order number or name, or the part of one that somebody remembers. */
export const findCustomer = defineTool({
  name: 'find_customer',
  effect: 'read',
  audience: STAFF,
  description:
    'Find a customer by e-mail address, phone number, order number or name, with their newest open orders. `more` counts those found and not listed.',
  input: z.object({ wanted: z.string().trim().min(1).max(200) }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      by: z.enum(['email', 'phone', 'order', 'name']),
      customers: z.array(Customer),
      more: z.int(),
    }),
    z.object({ kind: z.literal('none'), by: z.enum(['email', 'phone', 'order', 'name']) }),
    /** A single letter, or two: nobody can be told from everybody by it. */
    z.object({ kind: z.literal('too_little') }),
  ]),
  // what was looked for says who somebody is
  audited: ({ wanted }) => ({ letters: wanted.length }),
  authorize: () => true,
  async run({ wanted }, context) {
    const lookedFor = await readWanted(wanted, context);
    if (!lookedFor) return { kind: 'too_little' as const };
    const { by } = lookedFor;
    const found = await findCustomers(context.sql, lookedFor, MOST_CUSTOMERS);
    const [first] = found;
    if (!first) return { kind: 'none' as const, by };
    const orders = await openOrders(
      found.map(({ customerId }) => customerId),
      context,
    );
    return {
      kind: 'found' as const,
      by,
      customers: found.map(({ customerId, name, tier, isBusiness, lifetimeValueCents }) => {
        const own = orders.filter((one) => one.customerId === customerId);
        return {
          ...{ customerId, customerName: name, tier, isBusiness },
          lifetimeValue: money(lifetimeValueCents, context.policy.currency),
          orders: own.map(({ order }) => order),
          openOrders: own[0]?.open ?? 0,
        };
      }),
      more: first.total - found.length,
    };
  },
});

/** An order number that exists is one; then what looks like an address or a phone number; else it is a name. */
async function readWanted(wanted: string, { sql }: ToolContext): Promise<LookedFor | null> {
  if (wanted.includes('@')) return { by: 'email', startsWith: wanted.replace(/(…|\.{2,})$/, '') };
  const number = OrderNumber.safeParse(wanted.replace(/^#\s*/, '').toUpperCase()).data;
  if (number && (wanted.startsWith('#') || (await findOrder(sql, number)))) return { by: 'order', orderNumber: number };
  const digits = wanted.replace(/\D/g, '');
  if (/^[\d\s+().-]+$/.test(wanted)) {
    if (digits.length < LEAST_DIGITS && number) return { by: 'order', orderNumber: number };
    // numbers are kept as +15035550101; whoever reads one off a screen leaves out the country or writes it their way
    return { by: 'phone', endsWith: digits.replace(/^0+/, '') };
  }
  const words = wanted.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.join('').length < LEAST_LETTERS ? null : { by: 'name', words };
}

async function openOrders(customers: readonly CustomerId[], { sql }: ToolContext) {
  const newest = await openOrdersOf(sql, customers, MOST_ORDERS);
  const numbers = newest.map(({ orderNumber }) => orderNumber);
  const [lines, orders] = await Promise.all([linesOf(sql, numbers), findOrders(sql, numbers)]);
  return newest.flatMap(({ customerId, orderNumber, open }) => {
    const order = orders.find(({ number }) => number === orderNumber);
    const own = lines.filter((line) => line.orderNumber === orderNumber);
    return order ? [{ customerId, open, order: openOrder(order, own) }] : [];
  });
}

const openOrder = (order: OrderRecord, lines: readonly OrderLineRecord[]): z.infer<typeof OpenOrder> => ({
  orderNumber: order.number,
  placedOn: placedOn(order, order.shipToZone),
  state: orderState(lines.map(({ state }) => state)),
  items: lines.length,
  itemsWaiting: lines.filter(({ state }) => state === 'backordered').length,
});
