import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/demo/load-demo.js';
import { instant, localDate } from '../../src/domain/kernel/dates.js';
import { shippedRules } from '../../src/knowledge/desk-rules.js';
import { loadShopPolicy } from '../../src/knowledge/shop-policy.js';
import { readShopCatalogue } from '../../src/server/shop-catalogue.js';
import { setBusinessNow } from '../../src/store/clock.js';
import type { SqlOrTx } from '../../src/store/connect.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const TODAY = localDate('2026-11-23');

const catalogue = (sql: SqlOrTx) => readShopCatalogue(sql, { policy: loadShopPolicy(), rules: shippedRules() });

let shop: TestDatabase;
beforeAll(async () => {
  shop = await aDatabase();
  await loadDemo(shop.sql, { today: TODAY });
  await setBusinessNow(shop.sql, instant('2026-11-23T18:00:00Z'));
});
afterAll(() => shop.drop());

describe('the storefront’s catalogue', () => {
  it('has something else for Henry to take, red headphones, and no other fluid head for Chloe', async () => {
    const { products } = await catalogue(shop.sql);
    const like = (type: string) => products.filter(({ attributes }) => attributes.type === type);
    expect(like('on-ear').map(({ sku, availability }) => [sku, availability.kind])).toEqual([
      ['AUD-ONE-BLK', 'backordered'],
      ['AUD-ONE-RED', 'in_stock'],
    ]);
    expect(like('fluid head').map(({ availability }) => availability)).toEqual([{ kind: 'not_taken' }]);
  });

  it('shows every product by category with its picture, and says how long a sold-out one likely takes', async () => {
    const { products, categories } = await catalogue(shop.sql);
    expect(categories).toEqual(['Cameras', 'Lenses', 'Tripods', 'Lighting', 'Audio', 'Power', 'Storage', 'Desk']);
    expect(products).toHaveLength(120);
    const of = (sku: string) => products.find((product) => product.sku === sku)!;
    expect(of('LEN-50-AW')).toMatchObject({
      title: '50 mm f/1.8 lens, AW mount',
      brand: 'Alderwyn',
      priceCents: 24_900,
      currency: 'USD',
      image: '/shop/pictures/LEN-50-AW.svg',
      attributes: { mount: 'AW', type: 'prime' },
    });
    const days = (sku: string) => (of(sku).availability as { likelyInDays: number | null }).likelyInDays;
    // the supplier says a week from now and is a day or two early at times; then a day to receive and a day to pack
    expect(days('LEN-50-AW')).toBeGreaterThanOrEqual(5 + 2);
    expect(of('TRI-FLUID-60').availability).toEqual({ kind: 'not_taken' });
    const soldOut = products.filter(({ availability }) => availability.kind !== 'in_stock');
    expect(soldOut).toHaveLength(25);
    expect(soldOut.filter(({ availability }) => availability.kind === 'not_taken').length).toBeLessThan(8);
  });

  it('counts for the web only what other sales channels have not kept back', async () => {
    const undo = new Error('as it was');
    const tried = shop.sql.begin(async (tx) => {
      await tx`delete from stock_buffers where sku = 'AUD-ONE-RED'`;
      await tx`update stock set on_hand = allocated where sku = 'AUD-ONE-RED'`;
      await tx`update stock set on_hand = on_hand + 3 where sku = 'AUD-ONE-RED' and location_id = 'pdx'`;
      const keepBack = (channel: string, units: number) =>
        tx`insert into stock_buffers (sku, location_id, sales_channel_id, units) values ('AUD-ONE-RED', 'pdx', ${channel}, ${units})`;
      const red = async () => (await catalogue(tx)).products.find(({ sku }) => sku === 'AUD-ONE-RED')!.availability;
      await keepBack('web', 3);
      await keepBack('store', 2);
      expect(await red()).toEqual({ kind: 'in_stock', units: 1 });
      await keepBack('marketplace', 1);
      expect(await red()).toEqual({ kind: 'not_taken' });
      throw undo;
    });
    await expect(tried).rejects.toBe(undo);
  });
});
