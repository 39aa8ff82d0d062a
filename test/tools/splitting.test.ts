import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProposalId } from '../../src/domain/kernel/ids.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { getLineEta } from '../../src/tools/get-line-eta.js';
import { getOrderStatus } from '../../src/tools/get-order-status.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { quoteSplit } from '../../src/tools/quote-split.js';
import { quoteUpgrade } from '../../src/tools/quote-upgrade.js';
import { splitShipment } from '../../src/tools/split-shipment.js';
import { upgradeShipping } from '../../src/tools/upgrade-shipping.js';
import { aCounter, type Counter } from './counter.js';

const bag = { line: 1, sku: 'BAG', item: 'Bag', qty: 3, price: 10, state: 'allocated' as const };
const lens = { line: 2, sku: 'LENS', item: 'Lens', qty: 2, price: 50, state: 'backordered' as const };
const lines = [bag, lens];
const order = (number: string, customer: string, extra = {}) => ({ number, customer, placed: '-5d', lines, ...extra });

let counter: Counter;
let ben: ShopperPrincipal;
let ana: ShopperPrincipal;
beforeAll(async () => {
  counter = await aCounter({
    customers: [
      { id: 'ana', name: 'Ana Silva', email: 'ana@example.com', tier: 'vip' },
      { id: 'ben', name: 'Ben Okafor', email: 'ben@example.com' },
    ],
    orders: [
      ...['1', '2', '3', '4', '6'].map((number) => order(number, 'ben', { method: 'Visa ending 4417' })),
      order('5', 'ana'),
      order('7', 'ben', { postage: 6.95 }),
      order('8', 'ben', { lines: [{ ...bag, state: 'shipped' as const }] }),
    ],
    purchaseOrders: [{ number: 'PO-1', sku: 'LENS', qty: 90, promised: '+10d', supplierHabit: 'usually on time' }],
  });
  ben = await counter.shopper('ben');
  ana = await counter.shopper('ana');
});
afterAll(() => counter.shop.drop());

async function agree(tool: typeof splitShipment | typeof upgradeShipping, orderNumber: string, who = ben) {
  const outcome =
    tool.name === 'split_shipment'
      ? await counter.door.call(tool, { orderNumber }, who)
      : await counter.door.call(tool, { orderNumber }, who);
  expect(outcome).toMatchObject({ kind: 'proposed' });
  const [row] = await counter.shop.sql`
    select id from proposals where conversation_id = ${who.conversationId} and state = 'live'`;
  return counter.door.confirm(ProposalId.parse(row?.id), who);
}
const splits = (number: string) => counter.shop.sql`
  select s.cost_cents as cents, s.charged_to as "to", l.order_line_id as line, l.units, l.ahead_units as ahead
  from order_splits s join order_split_lines l on l.split_id = s.id where s.order_number = ${number}`;

describe('split_shipment', () => {
  it('changes nothing until it is confirmed', async () => {
    expect(await counter.door.call(splitShipment, { orderNumber: '1' }, ben)).toMatchObject({
      kind: 'proposed',
      recap: { splitCost: { cents: 599 }, isFree: false, chargedTo: 'Visa ending 4417' },
    });
    expect(await splits('1')).toEqual([]);
  });

  it('then sends what is ready, once, and status and quote know it', async () => {
    expect(await agree(splitShipment, '1')).toMatchObject({ kind: 'done', output: { kind: 'split' } });
    expect(await splits('1')).toEqual([{ cents: 599, to: 'Visa ending 4417', line: '1-1', units: 3, ahead: 3 }]);
    expect(await counter.door.call(getOrderStatus, { orderNumber: '1' }, ben)).toMatchObject({
      lines: [{ leavingQuantity: 3 }, { leavingQuantity: 0 }],
    });
    const already = { kind: 'already_split', orderNumber: '1' };
    expect(await counter.door.call(quoteSplit, { orderNumber: '1' }, ben)).toEqual(already);
    expect(await counter.door.call(splitShipment, { orderNumber: '1' }, ben)).toEqual(already);
  });

  it('is over when the carrier has the parcel, and the next units can be split anew', async () => {
    await agree(splitShipment, '2');
    const { sql } = counter.shop;
    await sql`insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at) values ('P2', '2', 'main', 'UPS', 'T2', now())`;
    await sql`insert into shipment_lines (shipment_id, order_line_id, quantity) values ('P2', '2-1', 3)`;
    await sql`insert into carrier_scans (shipment_id, kind, at) values ('P2', 'accepted', now())`;
    await sql`delete from allocations where order_line_id = '2-1'`;
    await sql`update order_lines set state = 'shipped' where id = '2-1'`;
    expect(await counter.door.call(getOrderStatus, { orderNumber: '2' }, ben)).toMatchObject({
      lines: [{ leavingQuantity: 0 }, { leavingQuantity: 0 }],
    });
    await sql`insert into stock (sku, location_id, on_hand, allocated) values ('LENS', 'main', 1, 1) on conflict (sku, location_id) do update set on_hand = 1, allocated = 1`;
    await sql`insert into allocations (order_line_id, sku, location_id, quantity) values ('2-2', 'LENS', 'main', 1)`;
    expect(await counter.door.call(quoteSplit, { orderNumber: '2' }, ben)).toMatchObject({
      splitNow: [{ orderLineId: '2-2', quantity: 1 }],
      splitLater: [{ orderLineId: '2-2', quantity: 1 }],
    });
  });

  it('is asked anew when what is ready has changed', async () => {
    await counter.door.call(splitShipment, { orderNumber: '3' }, ben);
    const [row] = await counter.shop.sql`
      select id from proposals where conversation_id = ${ben.conversationId} and state = 'live'`;
    await counter.shop.sql`update allocations set quantity = 2 where order_line_id = '3-1'`;
    expect(await counter.door.confirm(ProposalId.parse(row?.id), ben)).toMatchObject({ kind: 'stale' });
    expect(await splits('3')).toEqual([]);
  });

  it('leaves an item that is on its way out free to be cancelled', async () => {
    await agree(splitShipment, '4');
    await counter.door.call(cancelLine, { orderLineId: '4-1' }, ben);
    const [row] = await counter.shop.sql`
      select id from proposals where conversation_id = ${ben.conversationId} and state = 'live'`;
    expect(await counter.door.confirm(ProposalId.parse(row?.id), ben)).toMatchObject({ kind: 'done' });
    expect(await counter.door.call(quoteSplit, { orderNumber: '4' }, ben)).toMatchObject({ kind: 'nothing_ready' });
  });

  it("is not for another's order", async () => {
    expect(await counter.door.call(splitShipment, { orderNumber: '1' }, ana)).toEqual({ kind: 'denied' });
  });
});

describe('express', () => {
  it('costs by the unit, and its dates are sooner than those of today', async () => {
    const quoted = await counter.door.call(quoteUpgrade, { orderNumber: '6' }, ben);
    expect(quoted).toMatchObject({
      kind: 'quoted',
      upgradeCost: { cents: 1_895 },
      isFree: false,
      freeBecause: null,
      daysGained: 2,
    });
    const before = await counter.door.call(getLineEta, { orderLineId: '6-2' }, ben);
    expect(await agree(upgradeShipping, '6')).toMatchObject({ kind: 'done', output: { kind: 'upgraded' } });
    const after = await counter.door.call(getLineEta, { orderLineId: '6-2' }, ben);
    if (quoted.kind !== 'quoted' || before.kind !== 'estimated' || after.kind !== 'estimated')
      throw new Error('no dates');
    expect(after.arrivesLikelyOn).toBe(quoted.arrivesLikelyOn);
    expect(before.arrivesLikelyOn).toBe(quoted.usualLikelyOn);
    expect(await counter.shop.sql`select cost_cents as cents, from_service, to_service from shipping_upgrades`).toEqual(
      [{ cents: 1_895, from_service: 'standard', to_service: 'express' }],
    );
    expect(await counter.door.call(upgradeShipping, { orderNumber: '6' }, ben)).toEqual({
      kind: 'already_express',
      orderNumber: '6',
    });
  });

  it('is less by the postage paid, free for a VIP, and free by an offer', async () => {
    expect(await counter.door.call(quoteUpgrade, { orderNumber: '7' }, ben)).toMatchObject({
      upgradeCost: { cents: 1_200 },
    });
    expect(await counter.door.call(quoteUpgrade, { orderNumber: '5' }, ana)).toMatchObject({
      upgradeCost: { cents: 0 },
      isFree: true,
      freeBecause: 'tier',
    });
    await counter.shop.sql`
      insert into offers (order_number, customer_id, kind, face_cents, cost_cents, currency, campaign, granted_by, authority, state, why, granted_at, expires_on)
      values ('7', 'ben', 'free_express', 1500, 900, 'USD', 'c', 'rep', 'rep', 'requested', '{}', now(), '2027-01-01')`;
    expect(await counter.door.call(quoteUpgrade, { orderNumber: '7' }, ben)).toMatchObject({
      isFree: true,
      freeBecause: 'offer',
    });
  });

  it('is for what has not left', async () => {
    expect(await counter.door.call(quoteUpgrade, { orderNumber: '8' }, ben)).toEqual({
      kind: 'nothing_left',
      orderNumber: '8',
    });
    expect(await counter.door.call(quoteUpgrade, { orderNumber: '5' }, ben)).toEqual({ kind: 'denied' });
  });
});
