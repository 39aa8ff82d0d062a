import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteSplit } from '../../src/tools/quote-split.js';
import { aCounter, type Counter } from './counter.js';

const line = { qty: 1, price: 10 };
const bag = { ...line, line: 1, sku: 'BAG', item: 'Bag', qty: 2, state: 'allocated' as const };
const lens = { ...line, line: 2, sku: 'LENS', item: 'Lens', state: 'backordered' as const };
const panel = { ...line, line: 2, sku: 'PANEL', item: 'Panel', state: 'backordered' as const };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter({
    customers: [
      { id: 'ana', name: 'Ana Silva', email: 'ana@example.com', tier: 'vip' },
      { id: 'ben', name: 'Ben Okafor', email: 'ben@example.com' },
    ],
    orders: [
      { number: '1', customer: 'ben', placed: '-5d', lines: [bag, lens] },
      { number: '2', customer: 'ana', placed: '-5d', lines: [bag, panel] },
      { number: '3', customer: 'ben', placed: '-5d', lines: [bag] },
      { number: '4', customer: 'ben', placed: '-5d', lines: [{ ...lens, line: 1 }] },
      { number: '5', customer: 'ben', placed: '-5d', lines: [{ ...bag, state: 'cancelled' }] },
    ],
    purchaseOrders: [{ number: 'PO-1', sku: 'LENS', qty: 9, promised: '+10d', supplierHabit: 'usually on time' }],
  });
});
afterAll(() => counter.shop.drop());

const quote = async (orderNumber: string, customer: string, neededBy?: string) =>
  counter.door.call(quoteSplit, { orderNumber, neededBy }, await counter.shopper(customer));

describe('quote_split', () => {
  it('tells what goes now, what later, what it costs and what it gains', async () => {
    const quoted = await quote('1', 'ben');
    expect(quoted).toMatchObject({
      kind: 'quoted',
      splitNow: [{ orderLineId: '1-1', lineName: 'Bag', quantity: 2 }],
      // packed on the next business day, four to six days with the carrier
      shipsOn: '2026-11-24',
      arrivesLikelyOn: '2026-11-28',
      arrivesCautiousOn: '2026-11-30',
      parcelsNow: 1,
      splitLater: [{ orderLineId: '1-2', lineName: 'Lens', quantity: 1 }],
      splitCost: { cents: 599, currency: 'USD' },
      neededByOn: null,
      nowInTime: null,
      laterInTime: null,
    });
    if (quoted.kind !== 'quoted') return;
    const days = Date.parse(quoted.splitLater[0]?.arrivesLikelyOn ?? '') - Date.parse(quoted.arrivesLikelyOn);
    expect(quoted.daysSooner).toBe(days / 86_400_000);
    expect(quoted.daysSooner).toBeGreaterThan(5);
  });

  it.each([
    ['2026-11-27', 'no', 'no'],
    ['2026-11-28', 'perhaps', 'no'],
    ['2026-11-30', 'yes', 'no'],
    ['2027-06-01', 'yes', 'yes'],
  ])('says of a need by %s: now %s, later %s', async (neededBy, nowInTime, laterInTime) => {
    expect(await quote('1', 'ben', neededBy)).toMatchObject({ neededByOn: neededBy, nowInTime, laterInTime });
  });

  it('goes by the day the order is needed when none is named', async () => {
    await counter.shop.sql`update orders set needed_by = '2026-11-29' where number = '1'`;
    expect(await quote('1', 'ben')).toMatchObject({ neededByOn: '2026-11-29', nowInTime: 'perhaps' });
    expect(await quote('1', 'ben', '2026-12-01')).toMatchObject({ neededByOn: '2026-12-01', nowInTime: 'yes' });
  });

  it('is free for a VIP, and says nothing of days that nobody knows', async () => {
    expect(await quote('2', 'ana', '2026-12-24')).toMatchObject({
      splitCost: { cents: 0, currency: 'USD' },
      splitLater: [{ arrivesLikelyOn: null, arrivesCautiousOn: null }],
      daysSooner: null,
      nowInTime: 'yes',
      laterInTime: null,
    });
  });

  it('has nothing to split where all is ready, nothing is, or nothing is left', async () => {
    expect(await quote('3', 'ben')).toEqual({ kind: 'all_ready', orderNumber: '3' });
    expect(await quote('4', 'ben')).toEqual({ kind: 'nothing_ready', orderNumber: '4' });
    expect(await quote('5', 'ben')).toEqual({ kind: 'nothing_left', orderNumber: '5' });
  });

  it("denies another's order like one that is not there", async () => {
    expect(await quote('2', 'ben')).toEqual({ kind: 'denied' });
    expect(await quote('99', 'ben')).toEqual({ kind: 'denied' });
  });
});
