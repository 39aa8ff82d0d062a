import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/demo/catalogue-page.js';
import { loadDemo } from '../../src/demo/load-demo.js';
import { localDate } from '../../src/domain/kernel/dates.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const TODAY = localDate('2026-11-23');

let shop: TestDatabase;
beforeAll(async () => {
  shop = await aDatabase();
  await loadDemo(shop.sql, { today: TODAY });
});
afterAll(() => shop.drop());

describe('the storefront’s catalogue', () => {
  it('has something else for Henry to take, red headphones, and no other fluid head for Chloe', async () => {
    const { products } = await readCatalogue(shop.sql, TODAY);
    const like = (type: string) => products.filter(({ attributes }) => attributes.type === type);
    expect(like('on-ear').map(({ sku, availability }) => [sku, availability.kind])).toEqual([
      ['AUD-ONE-BLK', 'backordered'],
      ['AUD-ONE-RED', 'in_stock'],
    ]);
    expect(like('fluid head').map(({ availability }) => availability)).toEqual([
      { kind: 'backordered', likelyInDays: null },
    ]);
  });

  it('shows every product by category with its picture, and a date only where a supplier gave one that still holds', async () => {
    const { products, categories } = await readCatalogue(shop.sql, TODAY);
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
      availability: { kind: 'backordered', likelyInDays: 7 + 2 },
    });
    expect(of('DSK-KEY75-TAC').availability).toEqual({ kind: 'backordered', likelyInDays: null });
    expect(of('LGT-RING-18').availability).toEqual({ kind: 'backordered', likelyInDays: null });
    expect(of('PWR-BNK-27').availability).toEqual({ kind: 'backordered', likelyInDays: null });
    expect(products.filter(({ availability }) => availability.kind === 'backordered')).toHaveLength(25);
  });

  it('counts for the web only what other sales channels have not kept back', async () => {
    const undo = new Error('as it was');
    const tried = shop.sql.begin(async (tx) => {
      await tx`delete from stock_buffers where sku = 'AUD-ONE-RED'`;
      await tx`update stock set on_hand = allocated where sku = 'AUD-ONE-RED'`;
      await tx`update stock set on_hand = on_hand + 3 where sku = 'AUD-ONE-RED' and location_id = 'pdx'`;
      const keepBack = (channel: string, units: number) =>
        tx`insert into stock_buffers (sku, location_id, sales_channel_id, units) values ('AUD-ONE-RED', 'pdx', ${channel}, ${units})`;
      const red = async () =>
        (await readCatalogue(tx, TODAY)).products.find(({ sku }) => sku === 'AUD-ONE-RED')!.availability;
      await keepBack('web', 3);
      await keepBack('store', 2);
      expect(await red()).toEqual({ kind: 'in_stock', units: 1 });
      await keepBack('marketplace', 1);
      expect(await red()).toEqual({ kind: 'backordered', likelyInDays: null });
      throw undo;
    });
    await expect(tried).rejects.toBe(undo);
  });
});
