import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zone } from '../../src/domain/kernel/dates.js';
import { LocationId, Sku } from '../../src/domain/kernel/ids.js';
import { demandBySku, demandMark, shortPeriods } from '../../src/store/demand.js';
import { aShop, type TestShop, TODAY } from '../support/shop.js';
import { sell } from '../tools/a-seller.js';

const question = { today: TODAY, zone: zone('America/Los_Angeles'), days: 70 };
const [CABLE, LONG] = [Sku.parse('CABLE'), Sku.parse('LONG')];

let shop: TestShop;
beforeAll(async () => {
  shop = await aShop({
    customers: [{ id: 'ana', name: 'Ana Silva', email: 'ana@example.com' }],
    orders: [],
    stock: ['CABLE', 'LONG', 'HUB'].map((sku) => ({ sku, onHand: 9, price: 10 })),
  });
  const { sql } = shop;
  await sell(sql, 'CABLE', { daysAgo: 0, units: 50 });
  await sell(sql, 'CABLE', { daysAgo: 1, units: 2 });
  await sell(sql, 'CABLE', { daysAgo: 7, units: 1 });
  await sell(sql, 'CABLE', { daysAgo: 8, units: 4 });
  await sell(sql, 'CABLE', { daysAgo: 71, units: 40 });
});
afterAll(() => shop.drop());

const weekly = async (sku: Sku) =>
  (await demandBySku(shop.sql, { ...question, sku }, 7)).map(({ periods, units }) => [periods, units]);

describe('demand', () => {
  it('is of whole weeks before today, of as many days as asked', async () => {
    expect(await weekly(CABLE)).toEqual([
      [
        [-2, -1],
        [4, 3],
      ],
    ]);
  });

  it('counts what was cancelled only when it had to wait', async () => {
    await sell(shop.sql, 'HUB', { daysAgo: 3, units: 5, state: 'cancelled' });
    expect(await weekly(Sku.parse('HUB'))).toEqual([]);
    await sell(shop.sql, 'HUB', { daysAgo: 3, units: 2, state: 'cancelled', waitedFrom: 3 });
    expect(await weekly(Sku.parse('HUB'))).toEqual([[[-1], [2]]]);
  });

  it('counts a swapped line for what was ordered', async () => {
    const { sql } = shop;
    const line = await sell(sql, 'CABLE', { daysAgo: 30, units: 3 });
    const number = line.slice(0, -2);
    await sql`
      insert into line_swaps (order_number, order_line_id, from_sku, from_title, from_unit_price_cents, to_sku, to_title,
        to_unit_price_cents, quantity, refund_cents, currency, refund_method, refund_send_by, agreed_at, agreed_in)
      values (${number}, ${line}, 'LONG', 'LONG', 1000, 'CABLE', 'CABLE', 1000, 3, 0, 'USD', 'Visa', ${TODAY}, now(), 'chat')`;
    expect(await weekly(LONG)).toEqual([[[-5], [3]]]);
    expect(await weekly(CABLE)).toEqual([
      [
        [-2, -1],
        [4, 3],
      ],
    ]);
  });

  it('belongs to the location that sent it, else to the one that usually does', async () => {
    const { sql } = shop;
    await sql`insert into locations (id, name, kind, zone) values ('east', 'East', 'warehouse', 'America/New_York')`;
    const sent = await sell(sql, 'LONG', { daysAgo: 2, units: 6 });
    await sql`insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
      values ('E1', ${sent.slice(0, -2)}, 'east', 'UPS', 'E1', now())`;
    await sql`insert into shipment_lines (shipment_id, order_line_id, quantity) values ('E1', ${sent}, 6)`;
    const at = async (place: string) =>
      (await demandBySku(sql, { ...question, sku: LONG, locationId: LocationId.parse(place) }, 7)).flatMap(
        ({ units }) => units,
      );
    expect(await at('east')).toEqual([3, 6]);
    expect(await at('main')).toEqual([]);
    expect(
      (await demandBySku(sql, { ...question, sku: CABLE, locationId: LocationId.parse('main') }, 7))[0]?.units,
    ).toEqual([4, 3]);
  });

  it('knows the weeks out of stock from who waited, to the end of the wait', async () => {
    const { sql } = shop;
    const line = await sell(sql, 'LONG', { daysAgo: 20, waitedFrom: 20 });
    await sql`insert into order_line_events (order_line_id, from_state, to_state, at, actor, reason)
      values (${line}, 'backordered', 'allocated', ${TODAY}::date - interval '9 days', 'system', 'came')`;
    expect(await shortPeriods(sql, { ...question, sku: LONG }, 7)).toEqual([{ sku: 'LONG', periods: [-3, -2] }]);
    await sell(sql, 'LONG', { daysAgo: 3, state: 'backordered', waitedFrom: 3 });
    expect((await shortPeriods(sql, { ...question, sku: LONG }, 7))[0]?.periods).toEqual([-3, -2, -1]);
  });

  it('is marked by the newest order of the days before today', async () => {
    const mark = await demandMark(shop.sql, question);
    await sell(shop.sql, 'HUB', { daysAgo: 0 });
    expect(await demandMark(shop.sql, question)).toBe(mark);
    await sell(shop.sql, 'HUB', { daysAgo: 1 });
    expect(await demandMark(shop.sql, question)).not.toBe(mark);
  });
});
