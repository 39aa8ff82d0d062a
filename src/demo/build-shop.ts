import type { LocalDate } from '../domain/kernel/dates.js';
import { CATALOGUE } from './catalogue/catalogue.js';
import { LOCATIONS, SALES_CHANNELS } from './locations.js';
import { bookOrders, type NumberedPlan, type OrderRows } from './orders/book-orders.js';
import { demoCustomers } from './orders/customers.js';
import { everydayOrders } from './orders/everyday-orders.js';
import { namedOrders } from './orders/named-orders.js';
import type { DemoCustomer, OrderPlan } from './orders/order-plan.js';
import { queueOrders } from './orders/queue-orders.js';
import { chance, randomFor, shuffled } from './random.js';
import type { DemoRows } from './rows.js';
import { type ShopDays, shopDays } from './shop-days.js';
import { stockRows } from './stock.js';
import { buildPurchasing } from './suppliers/purchasing.js';

const HOW_MANY_ORDERS = 2_000;

/** The whole demo shop as rows. The same seed and day always give the same rows, to the byte. */
export function buildShop({ today, seed }: { today: LocalDate; seed: number }): DemoRows {
  const days = shopDays(today);
  const customers = demoCustomers(seed);
  const purchasing = buildPurchasing(seed, days);
  const orders = bookOrders(planOrders(seed, customers), purchasing, days, seed);
  return {
    ...customerRows(customers, orders, days, seed),
    ...catalogueRows(),
    locations: LOCATIONS,
    sales_channels: SALES_CHANNELS,
    ...stockRows(orders.allocations, seed),
    ...purchasing.rows,
    ...orders,
  };
}

/** All orders, oldest first, each with its number. */
function planOrders(seed: number, customers: readonly DemoCustomer[]): NumberedPlan[] {
  const told = [...namedOrders(customers), ...queueOrders(seed, customers)];
  const plans: OrderPlan[] = [...told, ...everydayOrders(seed, customers, HOW_MANY_ORDERS - told.length)];
  const numbers = drawnNumbers(seed, new Set(plans.map((plan) => plan.number)));
  return plans
    .map((plan, index) => ({ ...plan, number: plan.number ?? numbers[index] ?? '' }))
    .sort((a, b) => a.placed - b.placed);
}

/**
 * Order numbers are drawn, not counted, so that nobody learns from theirs how many the shop sells or what the next one
 * is. Numbers that read like a year are left out: people write them for other reasons.
 */
function drawnNumbers(seed: number, taken: ReadonlySet<string | undefined>): string[] {
  const all = Array.from({ length: 8_999 }, (_, index) => 1_001 + index).filter((n) => n < 1_900 || n > 2_099);
  return shuffled(randomFor(seed, 'order numbers'), all)
    .map(String)
    .filter((number) => !taken.has(number));
}

function catalogueRows(): Pick<DemoRows, 'products' | 'skus'> {
  const products = new Map(
    CATALOGUE.map(({ productId: id, productTitle: title, brand, category, description }) => [
      id,
      { id, title, brand, category, description },
    ]),
  );
  return {
    products: [...products.values()],
    skus: CATALOGUE.map((item) => ({
      sku: item.sku,
      product_id: item.productId,
      title: item.title,
      attributes: item.attributes,
      price_cents: item.priceCents,
      unit_cost_cents: item.unitCostCents,
      currency: 'USD',
      active: true,
      picture: `/shop/pictures/${item.sku}.svg`,
    })),
  };
}

function customerRows(
  customers: readonly DemoCustomer[],
  { orders, refunds }: OrderRows,
  days: ShopDays,
  seed: number,
): Pick<DemoRows, 'customers' | 'contact_points' | 'consents'> {
  const random = randomFor(seed, 'consents');
  const refunded = new Map<string, number>();
  for (const { order_number: number, amount_cents: cents } of refunds)
    refunded.set(number, (refunded.get(number) ?? 0) + cents);
  const worth = new Map<string, number>();
  for (const { customer_id: id, number, paid_cents: paid } of orders)
    worth.set(id, (worth.get(id) ?? 0) + paid - (refunded.get(number) ?? 0));

  const points: DemoRows['contact_points'][number][] = [];
  const consents: DemoRows['consents'][number][] = [];
  for (const { id: customer_id, email, phone, since } of customers) {
    const at = days.at(since);
    const agree = (kind: 'email' | 'phone', purpose: 'service' | 'marketing', granted: boolean, when = at) =>
      consents.push({
        customer_id,
        kind,
        purpose,
        granted,
        source: granted ? 'checkout' : 'unsubscribe link',
        at: when,
      });
    points.push({ customer_id, kind: 'email', value: email, added_at: at });
    agree('email', 'service', true);
    if (chance(random, 0.45)) {
      agree('email', 'marketing', true);
      if (chance(random, 0.2)) agree('email', 'marketing', false, days.at(since / 2));
    }
    if (phone === null) continue;
    points.push({ customer_id, kind: 'phone', value: phone, added_at: at });
    if (chance(random, 0.6)) agree('phone', 'service', true);
    if (chance(random, 0.15)) agree('phone', 'marketing', true);
  }
  return {
    customers: customers.map((customer) => ({
      id: customer.id,
      name: customer.name,
      tier: customer.tier,
      lifetime_value_cents: worth.get(customer.id) ?? 0,
      is_business: customer.isBusiness,
      since: days.day(customer.since),
    })),
    contact_points: points,
    consents,
  };
}
