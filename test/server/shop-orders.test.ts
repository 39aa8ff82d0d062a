import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { openDesk } from '../../src/desk.js';
import { shopOrders } from '../../src/server/shop-orders.js';
import type { Bought, Purchase } from '../../src/server/shop-purchase.js';
import type * as page from '../../src/web/shop/purchase.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
let server: Server;
let url = '';
let address = 0;
const silent = { info() {}, warn() {}, error() {} };

beforeAll(async () => {
  shop = await aShop({ ...ANAS_SHOP, stock: [{ sku: 'PAN-1', item: 'Pan', onHand: 7, price: 30 }] });
  const { door } = openDesk({ sql: shop.sql, house: shop.house, log: silent });
  const app = express();
  app.set('trust proxy', 1);
  app.use(shopOrders({ sql: shop.sql, door, log: silent }));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await shop.drop();
});

const purchase = (change: object = {}) => ({
  key: randomUUID(),
  sku: 'PAN-1',
  quantity: 1,
  buyer: { kind: 'new', name: 'Robin Example', email: 'robin@example.com' },
  ...change,
});

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/shop/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${++address}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('buying over the wire', () => {
  // the page imports nothing of the server's, so the compiler holds what both say of the wire together here
  it('means the same on the page and on the server', () => {
    expectTypeOf<page.Purchase>().toExtend<z.input<typeof Purchase>>();
    expectTypeOf<Bought>().toEqualTypeOf<Exclude<page.Bought, { kind: 'failed' }>>();
  });

  it('places one order however often it is sent', async () => {
    const once = purchase();
    const [first, again] = [await post(once), await post(once)];
    expect(first).toMatchObject({ status: 201, body: { kind: 'taken', unitsNow: 1, statedShipBy: '2026-11-24' } });
    expect(again).toEqual(first);
    expect(await shop.sql`select count(*)::int as orders from orders where customer_id like 'buyer-%'`).toEqual([
      { orders: 1 },
    ]);
  });

  it('buys for one of the people under their own name and address', async () => {
    const bought = await post(purchase({ buyer: { kind: 'person', order: '1042' } }));
    expect(bought).toMatchObject({ status: 201, body: { email: 'ana@example.com' } });
    const number = String(bought.body.orderNumber);
    expect(await shop.sql`select customer_id, ship_to_name from orders where number = ${number}`).toEqual([
      { customer_id: 'ana', ship_to_name: 'Ana Silva' },
    ]);
  });

  it('says what cannot be had', async () => {
    expect(await post(purchase({ quantity: 50 }))).toMatchObject({
      status: 409,
      body: { kind: 'not_taken', because: 'no_supplier', mostUnits: expect.any(Number) },
    });
  });

  it.each([
    ['no key', purchase({ key: 'mine' })],
    ['no units', purchase({ quantity: 0 })],
    ['an e-mail that is none', purchase({ buyer: { kind: 'new', name: 'Robin', email: 'robin' } })],
    ['a person who is none', purchase({ buyer: { kind: 'person', order: '2001' } })],
    ['more than was asked for', purchase({ price: 1 })],
    ['no JSON', '{'],
  ])('refuses %s', async (_, body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('refuses pages of others, and what is too large', async () => {
    expect((await post(purchase(), { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post(purchase(), { origin: url })).status).toBe(201);
    expect((await post(purchase({ pad: 'x'.repeat(70_000) }))).status).toBe(413);
  });

  it('takes a few at once from one address, then asks to wait', async () => {
    const from = { 'x-forwarded-for': '10.9.9.9' };
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await post(purchase({ sku: 'NONE' }), from)).status);
    expect(statuses).toEqual([409, 409, 409, 409, 409, 409, 429, 429]);
  });
});

describe('looking up what can be had', () => {
  it('tells dates, and no count beyond what shoppers hear', async () => {
    const response = await fetch(`${url}/shop/availability/LEN-50`);
    const found = await response.json();
    expect(found).toMatchObject({ availability: 'can_order', productName: '50 mm lens' });
    expect(JSON.stringify(found)).not.toMatch(/figures|freeUnits|waitingUnits|PO-77/);
    expect((await fetch(`${url}/shop/availability/NONE`)).status).toBe(404);
  });
});
