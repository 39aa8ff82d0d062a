import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProposalId } from '../../src/domain/kernel/ids.js';
import { changeAddress } from '../../src/tools/change-address.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { aCounter, type Counter } from './counter.js';

let counter: Counter;
let ana: ShopperPrincipal;
beforeAll(async () => {
  const line = { line: 1, qty: 4, price: 10, sku: 'A-1', item: 'Lens' };
  const order = { customer: 'ana', placed: '-5d' };
  counter = await aCounter({
    customers: [{ id: 'ana', name: 'Ana Silva', email: 'ana@example.com' }],
    orders: [
      {
        ...order,
        number: '30',
        lines: [
          { ...line, state: 'shipped', tracking: 'T30' },
          { ...line, line: 2, item: 'Bag', state: 'backordered' },
        ],
      },
      { ...order, number: '31', lines: [{ ...line, state: 'part_shipped', tracking: 'T31' }] },
      { ...order, number: '32', lines: [{ ...line, state: 'delivered', tracking: 'T32' }] },
      { ...order, number: '33', lines: [{ ...line, state: 'cancelled' }] },
    ],
  });
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  ana = await counter.shopper('ana');
});

const HOUSTON = { street: '9 Bay Street', city: 'Houston', region: 'tx', postcode: '77002' };
const change = (orderNumber: string, shipTo: object = HOUSTON) =>
  counter.door.call(changeAddress, { orderNumber, shipTo }, ana);
const shipTo = (order: string) => counter.shop.sql`
  select ship_to_name as name, ship_to_street as street, ship_to_region as region, ship_to_postcode as postcode,
    ship_to_zone as zone from orders where number = ${order}`;

describe('changing the address', () => {
  it('shows the whole label before it does anything, then moves the order and its days to the new zone', async () => {
    expect(await change('30')).toEqual({
      kind: 'proposed',
      recap: { orderNumber: '30', newAddress: 'Ana Silva, 9 Bay Street, Houston, TX 77002', items: ['Bag'] },
    });
    expect(await shipTo('30')).toMatchObject([{ street: '1 Test Street', zone: 'America/Los_Angeles' }]);
    const [row] = await counter.shop.sql`select id from proposals where state = 'live'`;
    expect(await counter.door.confirm(ProposalId.parse(row?.id), ana)).toMatchObject({
      kind: 'done',
      output: { kind: 'changed' },
    });
    expect(await shipTo('30')).toEqual([
      { name: 'Ana Silva', street: '9 Bay Street', region: 'TX', postcode: '77002', zone: 'America/Chicago' },
    ]);
  });

  it('can name another person', async () => {
    expect(await change('30', { ...HOUSTON, name: 'Bo Lee' })).toMatchObject({
      recap: { newAddress: 'Bo Lee, 9 Bay Street, Houston, TX 77002' },
    });
  });

  it('still moves the rest of an item that left in part', async () => {
    expect(await change('31')).toMatchObject({ kind: 'proposed', recap: { items: ['Lens'] } });
  });

  it('tells apart what left from what was cancelled', async () => {
    expect(await change('32')).toEqual({ kind: 'already_shipped' });
    expect(await change('33')).toEqual({ kind: 'already_cancelled', lineNames: ['Lens'] });
  });
});
