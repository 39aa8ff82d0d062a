import { describe, expect, it } from 'vitest';
import { buildShop } from '../../src/demo/build-shop.js';
import type { DemoRows } from '../../src/demo/rows.js';
import { addDays, daysBetween, instant, type LocalDate, localDate, weekday } from '../../src/domain/kernel/dates.js';

const MONDAY = localDate('2026-11-23');
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Federal holidays move a statutory deadline; nothing else in the shop knows them. */
const BY_BUSINESS_DAYS = new Set(['send_by']);
const BY_WEEKDAY = new Set([
  'ordered_on',
  'acknowledged_on',
  'promised_on',
  'given_on',
  'received_on',
  'agreed_on',
  'asked_on',
  'answered_on',
  'found_on',
]);

/** All values of a shop with their column, in order; of a payload what stands in it. */
const cells = (rows: DemoRows): [string, unknown][] =>
  Object.values(rows).flatMap((table: readonly object[]) =>
    table.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        column === 'payload' ? Object.entries(value) : [[column, value]],
      ),
    ),
  ) as [string, unknown][];

/** How many days a value moved between two shops: null when it is no date and stayed what it was, NaN when it did not. */
function moved(before: unknown, after: unknown): number | null {
  if (typeof before === 'string' && typeof after === 'string') {
    if (DATE.test(before)) return daysBetween(before as LocalDate, after as LocalDate);
    if (INSTANT.test(before)) return (Date.parse(after) - Date.parse(before)) / 86_400_000;
  }
  return before === after || JSON.stringify(before) === JSON.stringify(after) ? null : Number.NaN;
}

describe('the demo shop as rows', () => {
  const today = buildShop({ today: MONDAY, seed: 20 });

  it('is the same to the byte for the same seed and day, and another for another seed', () => {
    const once = JSON.stringify(today);
    expect(JSON.stringify(buildShop({ today: MONDAY, seed: 20 }))).toBe(once);
    expect(JSON.stringify(buildShop({ today: MONDAY, seed: 21 }))).not.toBe(once);
  });

  it.each([1, 6, 7, 365])('moves with today: %i days later everything is that much later', (later) => {
    const before = cells(today);
    const after = cells(buildShop({ today: addDays(MONDAY, later), seed: 20 }));
    expect(after.length).toBe(before.length);
    const weekend = later % 7 === 0 ? 0 : 3;
    const strays = before.filter(([column, value], index) => {
      const days = moved(value, after[index]![1]);
      const allowed = BY_WEEKDAY.has(column) ? weekend : BY_BUSINESS_DAYS.has(column) ? 5 : 0;
      return days !== null && !(Math.abs(days - later) <= allowed);
    });
    expect(strays).toEqual([]);
  });

  it.each([0, 5, 6])('has happened before today and only on days when suppliers work (today + %i)', (shift) => {
    const someDay = addDays(MONDAY, shift);
    const midnight = instant(`${someDay}T00:00:00.000Z`);
    const rows = buildShop({ today: someDay, seed: 20 });
    const moments = cells(rows).filter(([, value]) => typeof value === 'string' && INSTANT.test(value));
    expect(moments.length).toBeGreaterThan(10_000);
    expect(moments.filter(([, value]) => (value as string) >= midnight)).toEqual([]);
    const past = [
      ...rows.receipts.map((row) => row.received_on),
      ...rows.purchase_orders.map((row) => row.ordered_on),
      ...rows.supplier_promises.map((row) => row.given_on),
    ];
    expect(past.filter((date) => date >= someDay || weekday(date) % 6 === 0)).toEqual([]);
  });

  it.each([1, 2, 3])('has the shop the README describes, whatever the seed (%i)', (seed) => {
    const rows = buildShop({ today: MONDAY, seed });
    const waiting = rows.order_lines.filter((line) => line.state === 'backordered');
    expect(rows.skus).toHaveLength(120);
    expect(new Set(rows.products.map((product) => product.category)).size).toBe(8);
    expect(rows.suppliers).toHaveLength(12);
    expect(rows.customers).toHaveLength(300);
    expect(rows.orders).toHaveLength(2_000);
    expect(new Set(rows.orders.map((order) => order.number)).size).toBe(2_000);
    expect(waiting.length).toBeGreaterThanOrEqual(190);
    expect(waiting.length).toBeLessThanOrEqual(240);
    expect(new Set(waiting.map((line) => line.sku)).size).toBe(25);
    expect(rows.purchase_orders.filter((order) => order.state === 'received').length).toBeGreaterThanOrEqual(400);
    const states = new Set(rows.order_lines.map((line) => line.state));
    expect(states).toEqual(
      new Set(['placed', 'allocated', 'backordered', 'part_shipped', 'shipped', 'delivered', 'cancelled']),
    );
  });

  it('writes to nobody real: example.com only, and phone numbers kept free for fiction', () => {
    const { contact_points, suppliers } = today;
    const emails = [
      ...contact_points.filter(({ kind }) => kind === 'email').map(({ value }) => value),
      ...suppliers.map(({ email }) => email),
    ];
    const phones = [
      ...contact_points.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
      ...suppliers.map(({ phone }) => phone),
    ];
    expect(emails.filter((email) => !/^[a-z0-9.-]+@([a-z-]+\.)?example\.com$/.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(emails.length);
    expect(phones.filter((phone) => !/^\+1[2-9]\d\d55501\d\d$/.test(phone))).toEqual([]);
  });
});
