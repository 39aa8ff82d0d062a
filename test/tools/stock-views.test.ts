import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDemandForecast } from '../../src/tools/get-demand-forecast.js';
import { getStockRisk } from '../../src/tools/get-stock-risk.js';
import { getStockView } from '../../src/tools/get-stock-view.js';
import type { Principal } from '../../src/tools/principal.js';
import { proposeReorder } from '../../src/tools/propose-reorder.js';
import { ANAS_SHOP } from '../support/shop.js';
import { sell } from './a-seller.js';
import { aCounter, type Counter } from './counter.js';

const REP: Principal = { kind: 'rep', staffId: 'rita' };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter({
    ...ANAS_SHOP,
    stock: [
      { sku: 'BAG-1', onHand: 6 },
      { sku: 'CAP', onHand: 60, price: 10 },
    ],
  });
  const { sql } = counter.shop;
  await sql`insert into sales_channels (id, name) values ('store', 'Store')`;
  await sql`insert into stock_buffers (sku, location_id, sales_channel_id, units) values ('BAG-1', 'main', 'store', 2)`;
  // one cap a day for twenty weeks, from a supplier that takes 33 days and sells in packs of five
  for (let daysAgo = 1; daysAgo <= 140; daysAgo += 1) await sell(sql, 'CAP', { daysAgo });
  await sql`update skus set unit_cost_cents = 400 where sku = 'CAP'`;
  await sql`insert into suppliers (id, name, zone) values ('capmaker', 'Cap Maker', 'America/Denver')`;
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    await sql`insert into purchase_orders (number, supplier_id, location_id, ordered_on, state)
      values (${`C-${n}`}, 'capmaker', 'main', ${`2026-0${n}-01`}, 'received')`;
    await sql`insert into purchase_order_lines (po_number, line_number, sku, quantity) values (${`C-${n}`}, 1, 'CAP', 10)`;
    await sql`insert into receipts (po_line_id, received_on, quantity) values (${`C-${n}-1`}, ${`2026-0${n}-01`}::date + 33, 10)`;
  }
  await sql`insert into supplier_items (supplier_id, sku, pack_size, least_order) values ('capmaker', 'CAP', 5, 10)`;
});
afterAll(() => counter.shop.drop());

describe('get_stock_view', () => {
  it('shows a SKU by location and channel, less what is allocated and kept back for others', async () => {
    expect(await counter.door.call(getStockView, { sku: 'BAG-1' }, REP)).toMatchObject({
      kind: 'found',
      unitsOnHand: 6,
      unitsAllocated: 1,
      locations: [
        {
          locationId: 'main',
          channels: [
            { salesChannelId: 'store', keptBack: 2, availableToPromise: 5 },
            { salesChannelId: 'web', keptBack: 0, availableToPromise: 3 },
          ],
        },
      ],
      waiting: { waitingUnits: 0 },
    });
  });

  it('shows what is on order with its dates, and what waits', async () => {
    expect(await counter.door.call(getStockView, { sku: 'LEN-50' }, REP)).toMatchObject({
      unitsOnOrder: 40,
      onOrder: [{ poLineId: 'PO-77-1', openUnits: 40, promisedOn: '2026-11-29', receiptLikelyOn: '2026-12-02' }],
      onOrderLines: 1,
      waiting: { waitingUnits: 2, waitingLines: 2, revenueWaiting: { cents: 164_000 } },
    });
    expect(await counter.door.call(getStockView, { sku: 'NONE' }, REP)).toEqual({ kind: 'not_found' });
  });
});

describe('get_demand_forecast', () => {
  it('foresees one a day where one a day was sold, and no spike', async () => {
    const seen = await counter.door.call(getDemandForecast, { sku: 'CAP' }, REP);
    if (seen.kind !== 'forecast') throw new Error(seen.kind);
    for (const { mean } of seen.weeks) expect(mean).toBeCloseTo(7, 0);
    expect(seen).toMatchObject({
      pattern: 'smooth',
      historyWeeks: 20,
      weeksOutOfStock: 0,
      spike: { kind: 'usual', units: 1 },
    });
    expect(seen.overLeadTime.days).toBe(34);
    expect(seen.overLeadTime.mean).toBeCloseTo(34, 0);
    expect(seen.methods[0]?.share).toBeGreaterThan(0);
  });

  it('knows a day that sold far more, and where it sold', async () => {
    await sell(counter.shop.sql, 'CAP', { daysAgo: 1, units: 9 });
    expect(await counter.door.call(getDemandForecast, { sku: 'CAP', locationId: 'main' }, REP)).toMatchObject({
      kind: 'forecast',
      locationId: 'main',
      spike: { kind: 'spike', on: '2026-11-22', units: 10, expected: 1 },
    });
    expect(await counter.door.call(getDemandForecast, { sku: 'CAP', locationId: 'nowhere' }, REP)).toMatchObject({
      kind: 'never_asked_for',
    });
  });
});

describe('get_stock_risk', () => {
  it('ranks what people wait for by what it holds up, and names why', async () => {
    const seen = await counter.door.call(getStockRisk, {}, REP);
    expect(seen).toMatchObject({
      kind: 'ranked',
      skusLookedAt: 4,
      risks: [
        {
          sku: 'LEN-50',
          unitsAvailable: -2,
          stockOutChance: 1,
          nextReceiptOn: '2026-12-02',
          nextReceiptBasis: 'on_order',
          reasons: ['customers_wait', 'cover_shorter_than_wait'],
        },
        {
          sku: 'TRI-9',
          nextReceiptBasis: 'assumed_lead_time',
          reasons: ['nothing_on_order', 'cover_shorter_than_wait'],
        },
      ],
    });
    if (seen.kind !== 'ranked') throw new Error(seen.kind);
    expect(seen.risks[0]?.unitsShort).toBeGreaterThan(2);
    expect(seen.risks[0]?.revenueAtRisk.cents).toBeGreaterThan(164_000);
  });

  it('counts by hand: sixty caps last sixty days at one a day, longer than the 34 that an order takes', async () => {
    const seen = await counter.door.call(getStockRisk, { sku: 'CAP' }, REP);
    expect(seen).toMatchObject({ risks: [{ nextReceiptBasis: 'usual_lead_time', unitsAvailable: 60 }] });
    if (seen.kind !== 'ranked') throw new Error(seen.kind);
    // the spike of yesterday weighs a little
    expect(seen.risks[0]?.daysOfCover).toBeGreaterThan(40);
    expect(seen.risks[0]?.daysOfCover).toBeLessThan(65);
    expect(seen.risks[0]?.stockOutChance).toBeLessThan(0.2);
  });

  it('leaves out what is less likely than asked, says how many there are, and always tells one that is named', async () => {
    const all = await counter.door.call(getStockRisk, { leastChance: 0, limit: 1 }, REP);
    expect(all).toMatchObject({ total: 4, leastChance: 0 });
    expect(all.kind === 'ranked' && all.risks.length).toBe(1);
    expect(await counter.door.call(getStockRisk, { leastChance: 1 }, REP)).toMatchObject({ total: 1 });
    expect(await counter.door.call(getStockRisk, { sku: 'TRI-9' }, REP)).toMatchObject({ total: 1 });
    expect(await counter.door.call(getStockRisk, { sku: 'NONE' }, REP)).toEqual({ kind: 'not_found' });
  });
});

describe('propose_reorder', () => {
  const propose = (sku: string, serviceLevel?: number) => counter.door.call(proposeReorder, { sku, serviceLevel }, REP);

  it('has enough while the position is above the reorder point', async () => {
    const seen = await propose('CAP');
    expect(seen).toMatchObject({ kind: 'enough', position: 60, leadDays: 34, deliveries: 9, packSize: 5 });
    if (seen.kind !== 'enough') throw new Error(seen.kind);
    expect(seen.unitsAbove).toBe(60 - seen.reorderPoint);
    expect(seen.safetyStock).toBeGreaterThan(0);
  });

  it('orders up to lead time and review in whole packs, with what it ties up', async () => {
    await counter.shop.sql`update stock set on_hand = 12 where sku = 'CAP'`;
    const seen = await propose('CAP');
    if (seen.kind !== 'order') throw new Error(seen.kind);
    expect(seen.unitsToOrder).toBe(Math.ceil((seen.orderUpTo - 12) / 5) * 5);
    expect(seen.cost.cents).toBe(seen.unitsToOrder * 400);
    expect(seen.worth.cents).toBe(seen.unitsToOrder * 1_000);
    expect(seen.excessCost.cents).toBe((seen.unitsToOrder - (seen.orderUpTo - 12)) * 400);
    expect(seen.arrivesLikelyOn).toBe('2026-12-26');
    expect(seen.justInTime.unmet).toEqual(expect.arrayContaining(['on_time', 'short_lead', 'second_source']));
    const surer = await propose('CAP', 0.99);
    expect(surer.kind === 'order' && surer.reorderPoint).toBeGreaterThan(seen.reorderPoint);
  });

  it('says what is missing where there is nothing to go by', async () => {
    expect(await propose('TRI-9')).toMatchObject({ kind: 'no_basis', reason: 'no_supplier' });
    expect(await propose('LEN-50')).toMatchObject({ kind: 'no_basis', reason: 'no_unit_cost' });
    expect(await propose('NONE')).toEqual({ kind: 'not_found' });
  });
});
