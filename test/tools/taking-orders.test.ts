import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDeskRules } from '../../src/knowledge/desk-rules.js';
import { connect } from '../../src/store/connect.js';
import { openDoor } from '../../src/tools/door.js';
import { getDelayStatus } from '../../src/tools/get-delay-status.js';
import { getLineEta } from '../../src/tools/get-line-eta.js';
import { getQueuePosition } from '../../src/tools/get-queue-position.js';
import type { Principal } from '../../src/tools/principal.js';
import { setBackorderStance } from '../../src/tools/set-backorder-stance.js';
import { takeOrder } from '../../src/tools/take-order.js';
import { aCounter, type Counter } from './counter.js';

const SHOP: Principal = { kind: 'system', job: 'storefront' };
const MANAGER: Principal = { kind: 'manager', staffId: 'mo' };

let counter: Counter;
let next = 0;
beforeAll(async () => {
  counter = await aCounter({
    customers: [{ id: 'ben', name: 'Ben Okafor', email: 'ben@example.com' }],
    orders: [
      {
        number: '2001',
        customer: 'ben',
        placed: '-20d',
        lines: [{ line: 1, sku: 'LEN-50', item: '50 mm lens', qty: 3, price: 820, state: 'backordered' }],
      },
    ],
    stock: [
      { sku: 'TRI-9', item: 'Carbon tripod', onHand: 6, price: 120 },
      { sku: 'BAG-1', item: 'Camera bag', onHand: 4, price: 60 },
      { sku: 'CAP-1', item: 'Lens cap', onHand: 0, price: 9 },
      { sku: 'LED-1', item: 'LED panel', onHand: 0, price: 80 },
      { sku: 'FLA-1', item: 'Flash', onHand: 2, price: 80 },
    ],
    purchaseOrders: [
      { number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '+6d', supplierHabit: 'usually 3 days late' },
      { number: 'PO-78', sku: 'BAG-1', qty: 20, promised: '+10d', supplierHabit: 'on time' },
      { number: 'PO-79', sku: 'LED-1', qty: 50, promised: '+10d', supplierHabit: 'on time' },
    ],
  });
});
afterAll(() => counter.shop.drop());

const order = (lines: readonly { sku: string; quantity: number }[], orderNumber = `W-${++next}000`) => ({
  orderNumber,
  customer: { id: 'ana', name: 'Ana Silva', email: 'Ana@example.com' },
  shipTo: { street: '1 Test Street', city: 'Brooklyn', region: 'ny', postcode: '11201' },
  paymentMethod: 'Visa ending 4417',
  lines,
});
const take = (...lines: { sku: string; quantity: number }[]) => counter.door.call(takeOrder, order(lines), SHOP);
const stockOf = async (sku: string) =>
  (await counter.shop.sql`select on_hand, allocated from stock where sku = ${sku}`)[0];

describe('an order of what lies on the shelf', () => {
  it('is set aside, with the ship date stated from the packing days', async () => {
    const taken = await take({ sku: 'TRI-9', quantity: 2 });
    expect(taken).toMatchObject({
      kind: 'taken',
      total: { cents: 24_000, currency: 'USD' },
      lines: [
        {
          lineName: 'Carbon tripod',
          unitsNow: 2,
          // a Monday and one business day of packing
          statedShipBy: '2026-11-24',
          basis: 'in stock when ordered; packing takes 1 business day',
        },
      ],
    });
    expect(await stockOf('TRI-9')).toEqual({ on_hand: 6, allocated: 2 });
    const number = (taken as { orderNumber: string }).orderNumber;
    expect(await counter.states(number)).toEqual(['allocated']);
    expect(
      await counter.shop
        .sql`select from_state, to_state, actor, reason from order_line_events where order_line_id = ${`${number}-1`} order by id`,
    ).toEqual([
      { from_state: null, to_state: 'placed', actor: 'storefront', reason: 'ordered' },
      { from_state: 'placed', to_state: 'allocated', actor: 'storefront', reason: '2 of 2 set aside' },
    ]);
    const [row] = await counter.shop.sql`select ship_to_name, ship_to_zone, completed_at = placed_at as complete
      from orders where number = ${number}`;
    expect(row).toEqual({ ship_to_name: 'Ana Silva', ship_to_zone: 'America/New_York', complete: true });
  });

  it('taken again under its number is the same order; another order under it is refused', async () => {
    const once = order([{ sku: 'TRI-9', quantity: 1 }]);
    const first = await counter.door.call(takeOrder, once, SHOP);
    const before = await stockOf('TRI-9');
    expect(await counter.door.call(takeOrder, once, SHOP)).toEqual(first);
    expect(await stockOf('TRI-9')).toEqual(before);
    expect(await counter.door.call(takeOrder, { ...once, lines: [{ sku: 'TRI-9', quantity: 2 }] }, SHOP)).toEqual({
      kind: 'number_taken',
      orderNumber: once.orderNumber,
    });
  });

  it('leaves name, address and e-mail out of the audit trail', async () => {
    expect(JSON.stringify(await counter.trail())).not.toMatch(/Silva|Test Street|ana@/i);
  });
});

describe('an order of what has to be waited for', () => {
  it('stands at the end of the queue, and its stated date is the cautious one that the chat tells', async () => {
    const taken = await take({ sku: 'LEN-50', quantity: 2 });
    if (taken.kind !== 'taken') throw new Error(taken.kind);
    const [line] = taken.lines;
    expect(line).toMatchObject({ unitsNow: 0 });
    const eta = await counter.door.call(getLineEta, { orderLineId: line!.orderLineId }, SHOP);
    expect(eta).toMatchObject({ kind: 'estimated', cautiousOn: line!.statedShipBy });
    expect(await counter.door.call(getQueuePosition, { orderLineId: line!.orderLineId }, SHOP)).toMatchObject({
      kind: 'queued',
      queuePosition: 2,
    });
    expect(line!.basis).toMatch(
      /^P90 of the estimate made on 2026-11-23: PO-77 promised for 2026-11-29, .*; 3 units ahead/,
    );
  });

  it('starts the clock of the delay rule at the stated date', async () => {
    const taken = await take({ sku: 'LEN-50', quantity: 1 });
    if (taken.kind !== 'taken') throw new Error(taken.kind);
    const { statedShipBy, orderLineId } = taken.lines[0]!;
    const status = await counter.door.call(getDelayStatus, { orderNumber: taken.orderNumber }, SHOP);
    expect(status).toMatchObject({
      kind: 'found',
      lines: [{ orderLineId, delayState: 'in_time', shippingTimeEndsOn: statedShipBy }],
    });
  });

  it('takes what lies free and lets the rest wait', async () => {
    const taken = await take({ sku: 'BAG-1', quantity: 6 });
    expect(taken).toMatchObject({ kind: 'taken', lines: [{ quantity: 6, unitsNow: 4 }] });
    expect(await stockOf('BAG-1')).toEqual({ on_hand: 4, allocated: 4 });
    expect(await counter.states((taken as { orderNumber: string }).orderNumber)).toEqual(['backordered']);
  });

  it('is not taken without a basis for a date, whole or not at all, with the lines and what could be had', async () => {
    const outcome = await take(
      { sku: 'TRI-9', quantity: 1 },
      { sku: 'CAP-1', quantity: 1 },
      { sku: 'FLA-1', quantity: 5 },
      { sku: 'NONE', quantity: 1 },
    );
    expect(outcome).toEqual({
      kind: 'not_taken',
      lines: [
        { sku: 'CAP-1', lineName: 'Lens cap', because: 'no_supplier', mostUnits: 0 },
        { sku: 'FLA-1', lineName: 'Flash', because: 'no_supplier', mostUnits: 2 },
        { sku: 'NONE', lineName: null, because: 'not_sold', mostUnits: 0 },
      ],
    });
    expect(await stockOf('FLA-1')).toEqual({ on_hand: 2, allocated: 0 });
  });

  it('is taken without a date where the shop says so: none is stated, and 30 days count', async () => {
    const rules = loadDeskRules({ backorders: { withoutDate: 'take', stopWithoutSupplier: false } });
    const door = openDoor({ sql: counter.shop.sql, policy: counter.shop.house.policy, rules });
    const taken = await door.call(takeOrder, order([{ sku: 'CAP-1', quantity: 1 }]), SHOP);
    expect(taken).toMatchObject({ lines: [{ statedShipBy: null, basis: 'no date stated: no open purchase order' }] });
    const { orderNumber } = taken as { orderNumber: string };
    expect(await door.call(getDelayStatus, { orderNumber }, SHOP)).toMatchObject({
      lines: [{ delayState: 'in_time', shippingTimeEndsOn: '2026-12-23' }],
    });
  });

  it('is for staff and the shop’s own systems, not for shoppers', async () => {
    const shopper = await counter.shopper('ben');
    expect(await counter.door.call(takeOrder, order([{ sku: 'TRI-9', quantity: 1 }]), shopper)).toEqual({
      kind: 'denied',
    });
  });
});

describe('set_backorder_stance', () => {
  const set = (change: object, who: Principal = MANAGER) => counter.door.call(setBackorderStance, change, who);

  it('counts at once, until it is given back to the policy, and stays on record', async () => {
    expect(await set({ sku: 'LED-1', stance: 'stop', reason: 'recalled' })).toMatchObject({
      kind: 'set',
      productName: 'LED panel',
    });
    expect(await take({ sku: 'LED-1', quantity: 1 })).toMatchObject({ lines: [{ because: 'stopped', mostUnits: 0 }] });
    await set({ sku: 'LED-1', stance: 'cap', mostWaiting: 3, reason: 'a few' });
    expect(await take({ sku: 'LED-1', quantity: 5 })).toMatchObject({
      lines: [{ because: 'cap_reached', mostUnits: 3 }],
    });
    expect(await take({ sku: 'LED-1', quantity: 2 })).toMatchObject({ kind: 'taken' });
    expect(await take({ sku: 'LED-1', quantity: 2 })).toMatchObject({
      lines: [{ because: 'cap_reached', mostUnits: 1 }],
    });
    await set({ sku: 'LED-1', stance: 'by_policy', reason: 'all is well again' });
    expect(await take({ sku: 'LED-1', quantity: 2 })).toMatchObject({ kind: 'taken' });
    const { sql } = counter.shop;
    expect(await sql`select stance, most_waiting as most, set_by as by from backorder_stances order by id`).toEqual([
      { stance: 'stop', most: null, by: 'mo' },
      { stance: 'cap', most: 3, by: 'mo' },
      { stance: 'by_policy', most: null, by: 'mo' },
    ]);
    await expect(sql`delete from backorder_stances`).rejects.toThrow('append-only');
  });

  it('is a manager’s alone, for a SKU that there is, with a number for a cap alone', async () => {
    const change = { sku: 'LED-1', stance: 'stop', reason: 'no' };
    expect(await set(change, { kind: 'rep', staffId: 'ray' })).toEqual({ kind: 'denied' });
    expect(await set({ ...change, sku: 'NONE' })).toEqual({ kind: 'not_found' });
    await expect(set({ ...change, stance: 'cap' })).rejects.toThrow('goes with cap');
    await expect(set({ ...change, mostWaiting: 4 })).rejects.toThrow('goes with cap');
  });
});

describe('several buyers at once, each over a connection of their own', () => {
  async function atOnce(sku: string, buyers: number, quantity: number) {
    const { policy, rules } = counter.shop.house;
    const sql = connect({ url: counter.shop.url, max: buyers, name: 'test' });
    try {
      const door = openDoor({ sql, policy, rules });
      const taking = Array.from({ length: buyers }, () => door.call(takeOrder, order([{ sku, quantity }]), SHOP));
      return (await Promise.all(taking)).filter(({ kind }) => kind === 'taken').length;
    } finally {
      await sql.end();
    }
  }

  it('never get more than there is', async () => {
    await counter.shop.sql`update stock set on_hand = allocated + 5 where sku = 'FLA-1'`;
    expect(await atOnce('FLA-1', 8, 2)).toBe(2);
    expect(await stockOf('FLA-1')).toEqual({ on_hand: 5, allocated: 4 });
  });

  it('never pass a cap, even where the SKU lies nowhere', async () => {
    const { sql } = counter.shop;
    await sql`delete from stock where sku = 'LED-1'`;
    const waiting = async () =>
      Number(
        (await sql`select sum(quantity) as units from order_lines where sku = 'LED-1' and state = 'backordered'`)[0]
          ?.units,
      );
    const before = await waiting();
    await counter.door.call(
      setBackorderStance,
      { sku: 'LED-1', stance: 'cap', mostWaiting: before + 5, reason: 'a few more' },
      MANAGER,
    );
    expect(await atOnce('LED-1', 8, 2)).toBe(2);
    expect(await waiting()).toBe(before + 4);
  });

  it('under one order number make one order', async () => {
    const sql = connect({ url: counter.shop.url, max: 6, name: 'test' });
    const door = openDoor({ sql, policy: counter.shop.house.policy, rules: counter.shop.house.rules });
    const before = await stockOf('TRI-9');
    const same = order([{ sku: 'TRI-9', quantity: 1 }]);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => door.call(takeOrder, same, SHOP)));
    await sql.end();
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect((await stockOf('TRI-9'))?.allocated).toBe(before?.allocated + 1);
  });
});
