import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Principal } from '../../src/tools/principal.js';
import { quoteRoute } from '../../src/tools/quote-route.js';
import { aCounter, type Counter } from './counter.js';

const RITA: Principal = { kind: 'rep', staffId: 'rita' };
const price = { price: 10 };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter({
    customers: [{ id: 'ana', name: 'Ana Silva', email: 'ana@example.com' }],
    orders: [
      {
        number: '1',
        customer: 'ana',
        placed: '-5d',
        lines: [
          { ...price, line: 1, sku: 'BAG', item: 'Bag', qty: 2, state: 'allocated' },
          { ...price, line: 2, sku: 'LENS', item: 'Lens', qty: 3, state: 'backordered' },
        ],
      },
      {
        number: '4',
        customer: 'ana',
        placed: '-5d',
        lines: [
          { ...price, line: 1, sku: 'BOX', item: 'Box', qty: 40, state: 'backordered' },
          { ...price, line: 2, sku: 'LENS', item: 'Lens', qty: 1, state: 'backordered' },
        ],
      },
      {
        number: '2',
        customer: 'ana',
        placed: '-5d',
        lines: [{ ...price, line: 1, sku: 'BAG', item: 'Bag', state: 'shipped' }],
      },
    ],
    stock: [{ sku: 'BOX', onHand: 40 }],
  });
  const { sql } = counter.shop;
  await sql`insert into locations (id, name, kind, zone) values ('downtown', 'Downtown', 'store', 'America/Los_Angeles')`;
  // the store has all the lenses but keeps one for itself, and a bag; the warehouse holds the two bags set aside
  await sql`insert into sales_channels (id, name) values ('store', 'Store')`;
  await sql`insert into stock (sku, location_id, on_hand) values ('LENS', 'downtown', 3), ('BAG', 'downtown', 5), ('BOX', 'downtown', 40)`;
  await sql`insert into stock_buffers (sku, location_id, sales_channel_id, units) values ('LENS', 'downtown', 'store', 1)`;
});
afterAll(() => counter.shop.drop());

const quote = (orderNumber: string) => counter.door.call(quoteRoute, { orderNumber }, RITA);

describe('quote_route', () => {
  it('sends everything from one place where that is best, and names what nobody has', async () => {
    // two parcels: 700 + 2·60 from the warehouse, 950 + 2·120 from the store
    // one parcel: 950 + 4·120 = 1430, and all of it in three days, so it is the better one
    expect(await quote('1')).toEqual({
      kind: 'routed',
      orderNumber: '1',
      best: {
        parcels: [
          {
            locationId: 'downtown',
            items: [
              { sku: 'BAG', units: 2 },
              { sku: 'LENS', units: 2 },
            ],
            cost: { cents: 1430, currency: 'USD' },
            days: 3,
          },
        ],
        cost: { cents: 1430, currency: 'USD' },
        days: 3,
        missing: [{ sku: 'LENS', units: 1 }],
      },
      inOneParcel: null,
    });
  });

  it('takes two parcels when no single place has everything', async () => {
    await counter.shop.sql`update stock set on_hand = 1 where sku = 'BAG' and location_id = 'downtown'`;
    const quoted = await quote('1');
    expect(quoted).toMatchObject({
      best: {
        parcels: [
          { locationId: 'downtown', items: [{ sku: 'LENS', units: 2 }], cost: { cents: 1190 }, days: 3 },
          { items: [{ sku: 'BAG', units: 2 }], cost: { cents: 820 }, days: 4 },
        ],
        cost: { cents: 2010 },
        days: 4,
      },
      inOneParcel: null,
    });
  });

  it('weighs two parcels against the one that a single place could send', async () => {
    // forty boxes are 40·(60 + 30·4) = 7200 from the warehouse and 40·(120 + 30·3) = 8400 from the store: 1200 less,
    // which is more than the 700 of a second parcel
    expect(await quote('4')).toMatchObject({
      best: {
        parcels: [{ cost: { cents: 1070 } }, { cost: { cents: 3100 } }],
        cost: { cents: 4170 },
        days: 4,
        missing: [],
      },
      inOneParcel: { locationId: 'downtown', cost: { cents: 950 + 41 * 120 }, days: 3, missing: [] },
    });
  });

  it('has nothing to send of an order that left, and does not know others', async () => {
    expect(await quote('2')).toEqual({ kind: 'nothing_left', orderNumber: '2' });
    expect(await quote('3')).toEqual({ kind: 'not_found' });
  });
});
