import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { localDate } from '../../src/domain/kernel/dates.js';
import { loadScenarioShop } from '../../src/evaluation/load-scenario-shop.js';
import { habitDays, ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const today = localDate('2026-11-23');

const WRITTEN = `
customers:
  - { id: mia, name: Mia Ode, email: Mia@Example.com, phone: "+15035550144", postcode: "97210", tier: plus, smsConsent: true }
  - { id: tom, name: Tom Reed }
orders:
  - number: "3100"
    customer: mia
    placed: -10d
    statedShipBy: +3d
    paid: 257.49
    postage: 7.99
    method: "Amex ending 1005"
    lines:
      - { line: 1, sku: HUB-7, item: "USB hub", qty: 1, price: 39.50, state: delivered, carrier: FedEx, tracking: "7712", scanned: -6d, delivered: -3d }
      - { line: 2, sku: CAB-2, item: "USB cable", qty: 5, price: 12.00, state: part_shipped, shippedQty: 2, scanned: -4d, waitingSince: -9d }
      - { line: 3, sku: KEY-1, item: "Keyboard", qty: 2, price: 75.00, state: backordered, slips: 2 }
    notices: [{ sent: -2d, revisedShipBy: +9d, offersCancel: true, channels: [email], answer: none }]
  - { number: "3101", customer: tom, placed: 0d, lines: [{ line: 1, sku: KEY-1, item: Keyboard, price: 75, state: allocated }] }
stock: [{ sku: KEY-2, item: "Small keyboard", onHand: 8, price: 69.00 }]
purchaseOrders:
  - { number: PO-5, sku: KEY-1, qty: 30, promised: +8d, supplierHabit: "usually 5 days late" }
  - { number: PO-6, sku: CAB-2, qty: 90 }
policies: { incentives: { bot: { maxPercent: 10 } } }
`;

/** Where and why a shop is refused with one key changed, as "path: message". */
function faults(path: string, value: unknown): string[] {
  const shop = parse(WRITTEN);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  keys.reduce((at, key) => at[key], shop)[last] = value;
  const read = ScenarioShop.safeParse(shop);
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a scenario that is written wrongly names the key', () => {
  it.each<[string, string, unknown, RegExp]>([
    ['a day', 'orders.0.placed', '10 days ago', /^orders\.0\.placed: write a day as/],
    ['a bare number of days', 'orders.0.placed', -10, /^orders\.0\.placed: write a day as/],
    ['a state', 'orders.0.lines.1.state', 'lost', /^orders\.0\.lines\.1\.state: .*backordered/],
    ['an amount', 'orders.0.lines.0.price', 1.005, /^orders\.0\.lines\.0\.price: .*two decimals/],
    ['a misspelt key', 'orders.0.postge', 3, /^orders\.0: .*postge/],
    ['an order without lines', 'orders.0.lines', [], /^orders\.0\.lines/],
    ['a stranger', 'orders.1.customer', 'zoe', /^orders\.1\.customer: there is no customer "zoe"/],
    ['an order twice', 'orders.1.number', '3100', /^orders: order 3100 is there twice/],
    ['a line twice', 'orders.0.lines.1.line', 1, /^orders\.0\.lines: line 1 is there twice/],
    ['a customer twice', 'customers.1.id', 'mia', /^customers: customer mia is there twice/],
    ['a supply twice', 'purchaseOrders.1.number', 'PO-5', /^purchaseOrders: .* PO-5 is there twice/],
    ['a part of one', 'orders.0.lines.1.qty', 2, /^orders\.0\.lines\.1\.qty: .*part-shipped/],
    ['a number', 'orders.0.number', '#1', /^orders\.0\.number: not a valid order number/],
    ['no customers', 'customers', undefined, /^customers/],
  ])('for %s', (_what, path, value, fault) => {
    expect(faults(path, value)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });

  it('and has none when written well', () => {
    expect(faults('stock', [])).toEqual([]);
  });
});

describe("a supplier's habit in words", () => {
  it.each([
    ['usually 3 days late', 3],
    ['usually a week late', 7],
    ['a few days early', -3],
    ['1 day early', -1],
    ['2 weeks late', 14],
    ['on time', 0],
    [undefined, 0],
  ])('"%s" means %d days', (habit, days) => {
    expect(habitDays(habit)).toBe(days);
  });
});

describe('a loaded scenario', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
    await loadScenarioShop(database.sql, ScenarioShop.parse(parse(WRITTEN)), today);
  });
  afterAll(() => database.drop());

  it('has its customers with what reaches them', async () => {
    expect(await database.sql`select kind, value from contact_points where customer_id = 'mia' order by 1`).toEqual([
      { kind: 'email', value: 'mia@example.com' },
      { kind: 'phone', value: '+15035550144' },
    ]);
  });

  it('counts days from today and money in cents', async () => {
    const orders = await database.sql`
      select number, placed_at::date as placed, paid_cents as paid, postage_cents as postage from orders order by 1`;
    expect(orders).toEqual([
      { number: '3100', placed: '2026-11-13', paid: 25_749, postage: 799 },
      { number: '3101', placed: '2026-11-23', paid: 7_500, postage: 0 },
    ]);
  });

  it('has each line in its state, with what left of it and what is set aside', async () => {
    const lines = await database.sql`
      select l.id, l.state, coalesce((select sum(quantity)::int from shipment_lines s where s.order_line_id = l.id), 0) as sent,
        coalesce((select sum(quantity)::int from allocations a where a.order_line_id = l.id), 0) as aside
      from order_lines l order by 1`;
    expect(lines).toEqual([
      { id: '3100-1', state: 'delivered', sent: 1, aside: 0 },
      { id: '3100-2', state: 'part_shipped', sent: 2, aside: 0 },
      { id: '3100-3', state: 'backordered', sent: 0, aside: 0 },
      { id: '3101-1', state: 'allocated', sent: 0, aside: 1 },
    ]);
  });

  it("has the supplier's past where a habit is told, and none where not", async () => {
    const history = await database.sql`
      select l.sku, count(*)::int as receipts, avg(r.received_on - v.promised_on)::float as late
      from receipts r join purchase_order_lines l on l.id = r.po_line_id
      join supplier_promises v on v.po_line_id = l.id group by 1`;
    expect(history).toEqual([{ sku: 'KEY-1', receipts: 12, late: 5 }]);
    const open = await database.sql`
      select p.number, (select promised_on from supplier_promises v where v.po_line_id = p.number || '-1') as promised
      from purchase_orders p where state = 'open' order by 1`;
    expect(open).toEqual([
      { number: 'PO-5', promised: '2026-12-01' },
      { number: 'PO-6', promised: null },
    ]);
  });

  it('is all there or not at all', async () => {
    const again = loadScenarioShop(database.sql, ScenarioShop.parse(parse(WRITTEN)), today);
    await expect(again).rejects.toThrow(/duplicate key/);
    expect(await database.sql`select count(*)::int as n from orders`).toEqual([{ n: 2 }]);
  });
});
