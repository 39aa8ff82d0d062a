import { openDesk } from '../../src/desk.js';
import { addToInstant, type Instant, instant } from '../../src/domain/kernel/dates.js';
import { ConversationId, CustomerId, type OrderNumber } from '../../src/domain/kernel/ids.js';
import { businessNow, setBusinessNow } from '../../src/store/clock.js';
import { openConversation } from '../../src/store/conversations.js';
import type { Door } from '../../src/tools/door.js';
import type { Identity, ShopperPrincipal } from '../../src/tools/principal.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

export const NOON = instant('2026-11-23T18:00:00Z');

/** A shop at whose door a test stands itself, without a chat. */
export interface Counter {
  readonly shop: TestShop;
  readonly door: Door;
  /** A stranger in a conversation of their own, writing from `source`. */
  stranger(source?: string): Promise<ShopperPrincipal>;
  /** A shopper who has shown to be this customer: for all orders, or for those named. */
  shopper(customerId: string, orders?: readonly string[]): Promise<ShopperPrincipal>;
  /** The same shopper as the conversation knows them now. */
  again(who: ShopperPrincipal): Promise<ShopperPrincipal>;
  pass(time: { hours?: number; minutes?: number }): Promise<void>;
  states(order: string): Promise<string[]>;
  trail(): Promise<Record<string, unknown>[]>;
}

/** Ana's order over and over, `C-1` to `C-n`, so that each test of a file can spoil one: tripod shipped, lens waits, bag set aside. */
export function anasOrders(count: number): typeof ANAS_SHOP {
  const [order] = ANAS_SHOP.orders ?? [];
  if (!order) throw new Error('Ana has no order');
  const copies = Array.from({ length: count }, (_, index) => ({
    ...order,
    number: `C-${index + 1}`,
    lines: order.lines.map((line) => ({
      ...line,
      ...(line.tracking && { tracking: `1Z999AA1000000${1000 + index}` }),
    })),
  }));
  return { ...ANAS_SHOP, orders: [...(ANAS_SHOP.orders ?? []), ...copies] };
}

const silent = { info() {}, warn() {}, error() {} };

export async function aCounter(...shopOf: Parameters<typeof aShop>): Promise<Counter> {
  const shop = await aShop(...shopOf);
  const { sql } = shop;
  const { door } = openDesk({ sql, house: shop.house, log: silent });
  let conversations = 0;

  async function stranger(source = `place-${conversations + 1}`): Promise<ShopperPrincipal> {
    const conversationId = ConversationId.parse(`talk-${++conversations}`);
    await openConversation(sql, { id: conversationId, channel: 'web', externalId: conversationId });
    return { kind: 'shopper', conversationId, source, identity: null };
  }
  return {
    shop,
    door,
    stranger,
    async shopper(customerId, orders) {
      const identity: Identity = {
        customerId: CustomerId.parse(customerId),
        orders: orders ? (orders as OrderNumber[]) : 'all',
        by: orders ? 'postcode' : 'email',
        until: addToInstant(await businessNow(sql), { hours: 24 }),
      };
      return { ...(await stranger()), identity };
    },
    async again(who) {
      const [row] = await sql<{ identity: Identity | null }[]>`
        select identity from conversations where id = ${who.conversationId}`;
      return { ...who, identity: row?.identity ?? null };
    },
    async pass(time) {
      const now: Instant = await businessNow(sql);
      await setBusinessNow(sql, addToInstant(now, time));
    },
    states: async (order) =>
      (await sql`select state from order_lines where order_number = ${order} order by line_number`).map(
        ({ state }) => state,
      ),
    trail: async () => [
      ...(await sql`select principal_kind as who, tool, effect, input, allowed, outcome from audit order by id`),
    ],
  };
}

/** Orders `7001` on, of the customers `c1` on: each ten days late with one lens of $200 that cost the shop $100. */
export async function lateOrders(count: number): Promise<Counter> {
  const people = Array.from({ length: count }, (_, n) => n + 1);
  const counter = await aCounter({
    customers: people.map((n) => ({ id: `c${n}`, name: `Customer ${n}`, email: `c${n}@example.com` })),
    orders: people.map((n) => ({
      number: `7${String(n).padStart(3, '0')}`,
      customer: `c${n}`,
      placed: '-20d',
      statedShipBy: '-10d',
      lines: [{ line: 1, sku: 'LEN-50', item: '50 mm lens', price: 200, state: 'backordered' as const }],
    })),
    purchaseOrders: [{ number: 'PO-77', sku: 'LEN-50', qty: 90, promised: '+6d', supplierHabit: 'on time' }],
  });
  await counter.shop.sql`update skus set unit_cost_cents = 10000`;
  return counter;
}
