import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSummary, isShopEmpty, loadDemo, ShopNotEmptyError } from '../../src/demo/load-demo.js';
import { resetDatabase } from '../../src/demo/reset-database.js';
import { addDays, localDate } from '../../src/domain/kernel/dates.js';
import { isMigrated } from '../../src/store/migrate.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const TODAY = localDate('2026-11-23');

let shop: TestDatabase;
let summary: DemoSummary;
beforeAll(async () => {
  shop = await aDatabase();
  summary = await loadDemo(shop.sql, { today: TODAY });
});
afterAll(() => shop.drop());

describe('loading the demo shop', () => {
  it('says what it loaded', async () => {
    expect(summary).toMatchObject({ skus: 120, customers: 300, orders: 2_000, suppliers: 12 });
    expect(summary.waitingLines).toBeGreaterThanOrEqual(190);
    expect(summary.receivedPurchaseOrders).toBeGreaterThanOrEqual(400);
    expect(await isShopEmpty(shop.sql)).toBe(false);
  });

  it('refuses to move into a shop that is not empty, and changes nothing there', async () => {
    const before = await shop.sql`select count(*) from orders`;
    await expect(loadDemo(shop.sql, { today: TODAY })).rejects.toThrow(ShopNotEmptyError);
    expect(await shop.sql`select count(*) from orders`).toEqual(before);
  });

  it('lets one of two that start at once load, and refuses the other', async () => {
    const fresh = await aDatabase();
    const outcomes = await Promise.allSettled([
      loadDemo(fresh.sql, { today: TODAY }),
      loadDemo(fresh.sql, { today: TODAY }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await fresh.sql`select count(*)::int as orders from orders`).toEqual([{ orders: 2_000 }]);
    await fresh.drop();
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const fresh = await aDatabase();
    await fresh.sql`alter table refunds add constraint none_for_this_test check (amount_cents < 0)`;
    await expect(loadDemo(fresh.sql, { today: TODAY })).rejects.toThrow('none_for_this_test');
    expect(await isShopEmpty(fresh.sql)).toBe(true);
    await fresh.drop();
  });

  it('can be thrown away whole, evidence included, and loaded anew', async () => {
    const fresh = await aDatabase();
    await loadDemo(fresh.sql, { today: TODAY });
    await resetDatabase(fresh.sql);
    expect(await isMigrated(fresh.sql)).toBe(true);
    expect(await isShopEmpty(fresh.sql)).toBe(true);
    await loadDemo(fresh.sql, { today: addDays(TODAY, 1) });
    expect(await fresh.sql`select count(*)::int as orders from orders`).toEqual([{ orders: 2_000 }]);
    await fresh.drop();
  });
});
