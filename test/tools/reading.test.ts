import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getLineEta } from '../../src/tools/get-line-eta.js';
import { getOrderStatus } from '../../src/tools/get-order-status.js';
import { getQueuePosition } from '../../src/tools/get-queue-position.js';
import { listOrders } from '../../src/tools/list-orders.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { aCounter, type Counter } from './counter.js';

let counter: Counter;
let ana: ShopperPrincipal;
let ben: ShopperPrincipal;
beforeAll(async () => {
  const line = { qty: 1, price: 10, state: 'backordered' as const };
  counter = await aCounter({
    customers: [
      { id: 'ana', name: 'Ana Silva', email: 'ana@example.com' },
      { id: 'ben', name: 'Ben Okafor', email: 'ben@example.com' },
    ],
    orders: [
      {
        number: '10',
        customer: 'ben',
        placed: '-30d',
        lines: [{ ...line, line: 1, sku: 'LENS', item: 'Lens', qty: 6 }],
      },
      {
        number: '11',
        customer: 'ana',
        placed: '-20d',
        postage: 5,
        lines: [
          { ...line, line: 1, sku: 'LENS', item: 'Lens', qty: 2 },
          { ...line, line: 2, sku: 'NONE', item: 'Nothing on order' },
          { ...line, line: 3, sku: 'FEW', item: 'Too few on order', qty: 3 },
          {
            ...line,
            line: 4,
            sku: 'PART',
            item: 'Batteries',
            qty: 5,
            state: 'part_shipped',
            shippedQty: 3,
            tracking: 'P1',
          },
          {
            ...line,
            line: 5,
            sku: 'DONE',
            item: 'Bag',
            state: 'delivered',
            tracking: 'D1',
            scanned: '-9d',
            delivered: '-6d',
          },
          { ...line, line: 6, sku: 'NEW', item: 'New supplier' },
        ],
      },
      {
        number: '12',
        customer: 'ana',
        placed: '-2d',
        lines: [{ ...line, line: 1, sku: 'BAG', item: 'Bag', state: 'cancelled' }],
      },
    ],
    purchaseOrders: [
      { number: 'PO-1', sku: 'LENS', qty: 8, promised: '+10d', supplierHabit: '4 days late' },
      { number: 'PO-2', sku: 'FEW', qty: 2, promised: '+10d', supplierHabit: 'on time' },
      { number: 'PO-3', sku: 'PART', qty: 2, promised: '+5d', supplierHabit: 'on time' },
    ],
  });
  ana = await counter.shopper('ana');
  ben = await counter.shopper('ben');
});
afterAll(() => counter.shop.drop());

const eta = (orderLineId: string, who = ana) => counter.door.call(getLineEta, { orderLineId }, who);
const place = (orderLineId: string, who = ana) => counter.door.call(getQueuePosition, { orderLineId }, who);

describe('list_orders', () => {
  it("lists one's own, newest first, with what is in them", async () => {
    const answer = await counter.door.call(listOrders, {}, ana);
    expect(answer).toMatchObject({
      kind: 'listed',
      orders: [
        { orderNumber: '12', placedOn: '2026-11-21', state: 'cancelled', items: ['Bag'] },
        { orderNumber: '11', placedOn: '2026-11-03', state: 'part_shipped' },
      ],
    });
  });
});

describe('get_order_status', () => {
  it('tells each line: what left with its tracking, what waits, what came', async () => {
    const answer = await counter.door.call(getOrderStatus, { orderNumber: '11' }, ana);
    const lines = answer.kind === 'found' ? answer.lines : [];
    expect(lines.map(({ lineState }) => lineState)).toEqual([
      'backordered',
      'backordered',
      'backordered',
      'part_shipped',
      'delivered',
      'backordered',
    ]);
    expect(lines[3]).toMatchObject({ quantity: 5, shippedQuantity: 3, tracking: 'P1', deliveredOn: null });
    expect(lines[4]).toMatchObject({ tracking: 'D1', shippedOn: '2026-11-14', deliveredOn: '2026-11-17' });
    expect(answer).toMatchObject({ paid: { cents: 13_500, currency: 'USD' }, state: 'part_shipped' });
  });
});

describe('get_line_eta', () => {
  it("answers with both dates from the open purchase order and its supplier's habit", async () => {
    const answer = await eta('11-1');
    expect(answer).toMatchObject({ kind: 'estimated', todayOn: '2026-11-23', reason: 'supplier_usually_late' });
    if (answer.kind !== 'estimated') return;
    // promised for Dec 3 by a supplier that is 4 days late
    expect(answer.likelyOn >= '2026-12-07').toBe(true);
    expect(answer.cautiousOn >= answer.likelyOn).toBe(true);
    expect(answer.arrivesLikelyOn > answer.likelyOn).toBe(true);
    expect(answer.arrivesCautiousOn > answer.cautiousOn).toBe(true);
  });
  it('tells the chance of a day, of the one named or else the one kept with the order', async () => {
    const by = (byDate?: string) => counter.door.call(getLineEta, { orderLineId: '11-1', byDate }, ana);
    expect(await by()).toMatchObject({ neededByOn: null, chanceByDate: null, chanceWords: null });
    expect(await by('2026-11-24')).toMatchObject({
      neededByOn: '2026-11-24',
      chanceByDate: 0,
      chanceWords: 'very unlikely',
    });
    await counter.shop.sql`update orders set needed_by = '2027-06-01' where number = '11'`;
    expect(await by()).toMatchObject({ neededByOn: '2027-06-01', chanceWords: 'very likely' });
    expect(await by('2026-11-24')).toMatchObject({ neededByOn: '2026-11-24' });
    await counter.shop.sql`update orders set needed_by = '2026-11-20' where number = '11'`;
    expect(await by()).toMatchObject({ neededByOn: null, chanceByDate: null });
    await counter.shop.sql`update orders set needed_by = null where number = '11'`;
  });
  it.each([
    ['nothing is on order', '11-2', 'no_open_purchase_order'],
    ['what is on order does not reach', '11-3', 'not_enough_on_order'],
  ])('gives no date when %s', async (_what, line, reason) => {
    expect(await eta(line)).toEqual({
      kind: 'unknown',
      orderLineId: line,
      lineName: expect.any(String),
      reason,
      neededByOn: null,
    });
  });
  it('counts of a part-shipped line only the rest', async () => {
    expect(await eta('11-4')).toMatchObject({ kind: 'estimated', lineName: 'Batteries' });
  });
  it('says so when a line waits for nothing', async () => {
    expect(await eta('11-5')).toEqual({ kind: 'not_backordered', orderLineId: '11-5', lineName: 'Bag' });
  });
  it('counts those ahead in line', async () => {
    expect(await eta('10-1', ben)).toMatchObject({ kind: 'estimated' });
    await counter.shop.sql`update purchase_order_lines set quantity = 7 where id = 'PO-1-1'`;
    expect(await eta('11-1')).toMatchObject({ kind: 'unknown', reason: 'not_enough_on_order' });
    expect(await eta('10-1', ben)).toMatchObject({ kind: 'estimated' });
    await counter.shop.sql`update purchase_order_lines set quantity = 8 where id = 'PO-1-1'`;
  });
});

describe('get_queue_position', () => {
  it('tells the place and the units ahead, and nothing about anybody', async () => {
    expect(await place('11-1')).toEqual({
      kind: 'queued',
      orderLineId: '11-1',
      lineName: 'Lens',
      queuePosition: 2,
      unitsAhead: 6,
      queueReasons: ['wait', 'order_size'],
    });
    expect(await place('10-1', ben)).toMatchObject({ queuePosition: 1, unitsAhead: 0 });
  });
  it('says so when a line is in no line', async () => {
    expect(await place('11-5')).toEqual({ kind: 'not_queued', orderLineId: '11-5', lineName: 'Bag' });
  });
});
