import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProposalId } from '../../src/domain/kernel/ids.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { cancelOrder } from '../../src/tools/cancel-order.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { aCounter, type Counter } from './counter.js';

let counter: Counter;
let ana: ShopperPrincipal;
beforeAll(async () => {
  const line = { qty: 1, price: 10, sku: 'A-1', item: 'Lens' };
  const order = { customer: 'ana', placed: '-5d' };
  counter = await aCounter({
    customers: [{ id: 'ana', name: 'Ana Silva', email: 'ana@example.com' }],
    orders: [
      {
        ...order,
        number: '20',
        paid: 95.99,
        postage: 5.99,
        lines: [
          { ...line, line: 1, price: 60, state: 'backordered' },
          { ...line, line: 2, item: 'Bag', qty: 2, price: 20, state: 'allocated' },
        ],
      },
      { ...order, number: '21', postage: 4, lines: [{ ...line, line: 1, qty: 3, state: 'placed' }] },
      {
        ...order,
        number: '22',
        postage: 4,
        lines: [
          { ...line, line: 1, state: 'delivered', tracking: 'T22' },
          { ...line, line: 2, item: 'Batteries', qty: 4, state: 'part_shipped', shippedQty: 3, tracking: 'P22' },
          { ...line, line: 3, item: 'Bag', price: 30, state: 'backordered' },
          { ...line, line: 4, item: 'Strap', state: 'cancelled' },
        ],
      },
      {
        ...order,
        number: '23',
        lines: [
          { ...line, line: 1, state: 'shipped', carrier: 'UPS', tracking: 'T23' },
          { ...line, line: 2, item: 'Bag', state: 'delivered', carrier: 'UPS', tracking: 'U23' },
        ],
      },
      { ...order, number: '24', lines: [{ ...line, line: 1, state: 'cancelled' }] },
    ],
  });
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  ana = await counter.shopper('ana');
});

const ofLine = (orderLineId: string) => counter.door.call(cancelLine, { orderLineId }, ana);
const ofOrder = (orderNumber: string) => counter.door.call(cancelOrder, { orderNumber }, ana);
const usd = (cents: number) => ({ cents, currency: 'USD' });
async function yes() {
  const [row] = await counter.shop.sql`
    select id from proposals where conversation_id = ${ana.conversationId} and state = 'live'`;
  return counter.door.confirm(ProposalId.parse(row?.id), ana);
}
const refunds = (order: string) => counter.shop.sql`
  select order_line_ids as lines, amount_cents as cents from refunds where order_number = ${order} order by id`;

describe('cancelling one item after the other', () => {
  it("gives back each item's share of what was paid for goods, and with the last one all that is left, postage too", async () => {
    // $95.99 paid, $5.99 of it postage: a $10 discount over goods of $100
    expect(await ofLine('20-1')).toMatchObject({
      kind: 'proposed',
      recap: {
        items: [{ orderLineId: '20-1', lineName: 'Lens', quantity: 1 }],
        refundAmount: usd(5_400),
        refundMethod: 'Visa ending 4417',
        refundBy: '2026-12-02',
        staying: ['Bag'],
      },
    });
    await yes();
    expect(await ofLine('20-2')).toMatchObject({ recap: { refundAmount: usd(4_199), staying: [] } });
    expect(await counter.shop.sql`select order_line_id as id from allocations`).toEqual([{ id: '20-2' }]);
    await yes();
    expect(await refunds('20')).toEqual([
      { lines: ['20-1'], cents: 5_400 },
      { lines: ['20-2'], cents: 4_199 },
    ]);
  });

  it('gives what was set aside back to the shelf, and writes down who did what', async () => {
    expect(await counter.shop.sql`select order_line_id as id from allocations`).toEqual([]);
    expect(await counter.shop.sql`select allocated from stock`).toEqual([{ allocated: 0 }]);
    const events = await counter.shop.sql`
      select order_line_id as line, from_state as was, to_state as is, actor from order_line_events
      where order_line_id like '20-%' and from_state is not null order by id`;
    expect(events).toEqual([
      { line: '20-1', was: 'backordered', is: 'cancelled', actor: 'shopper' },
      { line: '20-2', was: 'allocated', is: 'cancelled', actor: 'shopper' },
    ]);
  });
});

describe('cancelling an order', () => {
  it('gives everything back when nothing has left', async () => {
    expect(await ofOrder('21')).toMatchObject({ recap: { refundAmount: usd(3_400), staying: [] } });
    expect(await yes()).toMatchObject({ kind: 'done', output: { kind: 'cancelled', orderNumber: '21' } });
    expect(await counter.states('21')).toEqual(['cancelled']);
  });

  it('leaves what left, whole or in part, and keeps its postage', async () => {
    const outcome = await ofOrder('22');
    expect(outcome).toMatchObject({
      kind: 'proposed',
      recap: { items: [{ lineName: 'Bag' }], refundAmount: usd(3_000), staying: ['Lens', 'Batteries'] },
    });
    await yes();
    expect(await counter.states('22')).toEqual(['delivered', 'part_shipped', 'cancelled', 'cancelled']);
  });

  it('changes nothing before the yes', async () => {
    const before = await counter.states('23');
    await ofOrder('23');
    expect(await counter.states('23')).toEqual(before);
  });
});

describe('what cannot be cancelled', () => {
  it('has left', async () => {
    const left = { kind: 'already_shipped', lineNames: ['Lens'], carrier: 'UPS', tracking: 'T23' };
    expect(await ofLine('23-1')).toEqual(left);
    expect(await ofOrder('23')).toEqual({ ...left, lineNames: ['Lens', 'Bag'], carrier: null, tracking: null });
  });
  it('has left in part', async () => {
    expect(await ofLine('22-2')).toEqual({
      kind: 'part_shipped',
      lineName: 'Batteries',
      shippedQuantity: 3,
      quantity: 4,
    });
  });
  it('is cancelled already', async () => {
    expect(await ofLine('24-1')).toEqual({ kind: 'already_cancelled', lineNames: ['Lens'] });
    expect(await ofOrder('24')).toEqual({ kind: 'already_cancelled', lineNames: ['Lens'] });
    expect(await ofLine('21-1')).toMatchObject({ kind: 'already_cancelled' });
  });
  it('is not in the order', async () => {
    expect(await ofLine('24-7')).toEqual({ kind: 'not_found' });
  });
});
