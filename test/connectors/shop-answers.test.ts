import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHttpStorefront } from '../../src/connectors/http-storefront.js';
import { reconcile } from '../../src/connectors/reconcile.js';
import { createShopChannel } from '../../src/connectors/shop-channel.js';
import type { ShopConnector } from '../../src/connectors/shop-connector.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { addToInstant } from '../../src/domain/kernel/dates.js';
import { STOREFRONT_API, STOREFRONT_PATH, storefrontRoutes } from '../../src/sandbox/storefront/storefront-routes.js';
import { businessNow, setBusinessNow } from '../../src/store/clock.js';
import { takeLease } from '../../src/store/conversations.js';
import { nextWaiting } from '../../src/store/inbox.js';
import { messagesAfter } from '../../src/store/messages.js';
import { claimOutbox } from '../../src/store/outbox.js';
import { openDoor } from '../../src/tools/door.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

const TOKEN = 'the-token-of-this-test';
const silent = { info() {}, warn() {}, error() {} };

let folder: string;
let server: Server;
let origin: string;
let shop: TestShop;
let chat: Chat;
let storefront: ShopConnector;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storefront-'));
  const app = express().use(await storefrontRoutes({ ledgerFile: join(folder, 'ledger.jsonl'), token: TOKEN }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  storefront = createHttpStorefront({ url: `${origin}${STOREFRONT_API}`, token: TOKEN });
  shop = await aShop(ANAS_SHOP, undefined, { connected: true });
  chat = shop.chat();
  await chat.say('Where is order 1042? ana@example.com');
});
afterEach(async () => {
  await shop.drop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const door = () => openDoor({ sql: shop.sql, policy: shop.house.policy, shop: { connected: true } });

/** Sends what waits for the shop, once. */
async function send(): Promise<string[]> {
  await shop.sql`update outbox set next_attempt_at = clock_timestamp() where channel = 'shop' and state = 'waiting'`;
  const channel = createShopChannel({ sql: shop.sql, door: door(), shop: storefront, log: silent, onAnswered() {} });
  const rows = await claimOutbox(shop.sql, 'shop', channel.atOnce);
  const deliveries = await channel.deliver(rows);
  for (const { id, kind } of deliveries)
    await shop.sql`update outbox set state = ${kind === 'sent' ? 'sent' : 'waiting'} where id = ${id}`;
  return deliveries.map(({ kind }) => kind);
}

/** Lets the conversation tell what the shop answered; returns what the shopper reads. */
async function hear(): Promise<string[]> {
  const heard: string[] = [];
  for (let waiting = await nextWaiting(shop.sql, chat.id); waiting; waiting = await nextWaiting(shop.sql, chat.id)) {
    const lease = await takeLease(shop.sql, 'test');
    if (!lease) throw new Error('somebody else holds the conversation');
    await takeTurn({ ...shop.house.turn, sql: shop.sql, door: door(), log: silent }, lease, waiting);
    await shop.sql`update conversations set lease_until = null where id = ${chat.id}`;
    heard.push(...(await messagesAfter(shop.sql, chat.id, waiting.seq)).map(({ body }) => String(body.text)));
  }
  return heard;
}

async function cancelTheLens(): Promise<string> {
  await chat.say('cancel the lens');
  const [answer] = await chat.say('yes');
  return answer?.text ?? '';
}

const lens = async () => (await shop.sql`select state from order_lines where id = '1042-2'`)[0]?.state;
const refund = async () => (await shop.sql`select state, receipt from refunds where order_number = '1042'`)[0];
const ledger = async () =>
  (await readFile(join(folder, 'ledger.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { request?: { kind: string } });
const press = (path: string, field: string, value: string) =>
  fetch(`${origin}${STOREFRONT_PATH}/${path}`, {
    method: 'POST',
    body: new URLSearchParams({ [field]: value }),
    redirect: 'manual',
  });

it('calls nothing cancelled or refunded before its receipt, and tells both when they come', async () => {
  expect(await cancelTheLens()).toMatch(/^I've asked our shop to cancel 50 mm lens/);
  expect(await lens()).toBe('cancelling');
  expect(await refund()).toMatchObject({ state: 'owed', receipt: null });
  await chat.say('cancel the lens');
  expect(await hear()).toEqual([]);

  expect(await send()).toEqual(['sent']);
  expect(await lens()).toBe('cancelled');
  expect(await refund()).toMatchObject({ state: 'requested', receipt: null });
  expect(await hear()).toEqual([
    expect.stringMatching(/^Done: our shop has cancelled 50 mm lens in order 1042\..*\$820/),
  ]);

  expect(await send()).toEqual(['sent']);
  expect(await refund()).toMatchObject({ state: 'sent', receipt: expect.stringMatching(/^CM-/) });
  expect(await hear()).toEqual([expect.stringMatching(/^Your refund for order 1042 is on its way: \$820/)]);
  expect((await ledger()).map(({ request }) => request?.kind)).toEqual(['cancel_lines', 'refund']);
  const [record] = await shop.sql`select payload from delay_records where kind = 'refund_sent'`;
  expect(record?.payload).toMatchObject({ proof: 'credit_memo' });
  const told = await shop.sql`select said ->> 'fact' as fact from promises where basis ->> 'tool' = 'get_shop_answer'`;
  expect(told.map(({ fact }) => fact)).toContain('refundAmount');
});

it('puts the line back when the shop refuses, owes nothing, and says so', async () => {
  await press('left', 'orderNumber', '1042');
  await cancelTheLens();
  await send();
  expect(await lens()).toBe('backordered');
  expect(await refund()).toMatchObject({ state: 'refused' });
  expect(await hear()).toEqual([
    expect.stringMatching(/could not cancel 50 mm lens in order 1042: it had already left/),
  ]);
  expect(await send()).toEqual([]);
});

it.each(['failing', 'losing'])('asks again when the shop is %s, and what is asked is done once', async (mood) => {
  await cancelTheLens();
  await press('mood', 'mood', mood);
  expect(await send()).toEqual(['retry']);
  expect(await lens()).toBe('cancelling');
  await press('mood', 'mood', 'well');
  expect(await send()).toEqual(['sent']);
  expect(await lens()).toBe('cancelled');
  expect(await ledger()).toHaveLength(1);
});

it('finds out by the key what a lost answer was, when nobody asks again', async () => {
  await cancelTheLens();
  await press('mood', 'mood', 'losing');
  await send();
  await press('mood', 'mood', 'well');
  await shop.sql`update outbox set state = 'dead' where channel = 'shop'`;
  await setBusinessNow(shop.sql, addToInstant(await businessNow(shop.sql), { minutes: 10 }));
  const report = await reconcile({ sql: shop.sql, door: door(), shop: storefront }, 'open');
  expect(report).toMatchObject({ checked: 1, drift: [{ kind: 'cancel_lines', desk: 'requested', done: 'settled' }] });
  expect(await lens()).toBe('cancelled');
});

it('asks anew for what the shop never heard of, and takes a wrong token for no refusal', async () => {
  await cancelTheLens();
  const stranger = createHttpStorefront({ url: `${origin}${STOREFRONT_API}`, token: 'somebody-elses-token' });
  expect(await stranger.lookUp('any')).toMatchObject({ kind: 'unavailable', error: 'the shop answered 401' });
  await shop.sql`update outbox set state = 'dead' where channel = 'shop'`;
  await setBusinessNow(shop.sql, addToInstant(await businessNow(shop.sql), { minutes: 10 }));
  const report = await reconcile({ sql: shop.sql, door: door(), shop: storefront }, 'open');
  expect(report.drift).toMatchObject([{ shop: 'unknown', done: 'asked_again' }]);
  expect(await send()).toEqual(['sent']);
  expect(await lens()).toBe('cancelled');
});

it('splits an order only on the receipt, and asks once', async () => {
  await chat.say('ship what you have now and the rest later');
  expect((await chat.say('yes'))[0]?.text).toMatch(/^I've asked our shop to send Camera bag of order 1042 ahead/);
  expect((await chat.say('ship what is ready now'))[0]?.template).toBe('split-being-asked');
  expect((await chat.say('where is my order?'))[0]?.text).toContain('set aside for you: Camera bag');

  expect(await send()).toEqual(['sent']);
  expect(await hear()).toEqual([expect.stringMatching(/^Done: Camera bag of order 1042 leaves first/)]);
  expect((await chat.say('where is my order?'))[0]?.text).toContain('Going out ahead of the rest: Camera bag.');
  expect((await ledger()).map(({ request }) => request)).toMatchObject([
    {
      kind: 'split_shipment',
      about: { lines: [{ orderLineId: '1042-3', quantity: 1 }], charge: { cents: 0 }, chargedTo: 'Visa ending 4417' },
    },
  ]);
});

it('makes an order express only on the receipt, with the charge that was agreed', async () => {
  const service = async () => (await shop.sql`select shipping_service as is from orders where number = '2001'`)[0]?.is;
  const ben = shop.chat();
  chat = ben;
  await ben.say('can you make it express? 2001, ben@example.com');
  expect((await ben.say('yes'))[0]?.text).toMatch(/^I've asked our shop.*by express.*only when the parcel leaves/s);
  expect(await service()).toBe('standard');
  expect((await ben.say('can you make it express?'))[0]?.template).toBe('express-being-asked');

  expect(await send()).toEqual(['sent']);
  expect(await service()).toBe('express');
  expect(await hear()).toEqual([expect.stringMatching(/^Done: what is waiting in order 2001 goes by express/)]);
  const [agreed] = await shop.sql`select cost_cents::int as cents, request_id as id from shipping_upgrades`;
  const [asked] = await shop.sql`select id, (about -> 'charge' ->> 'cents')::int as cents from shop_requests`;
  expect(agreed).toEqual(asked);
  expect(asked?.cents).toBeGreaterThan(0);
});

it('leaves a split and express as they were when the shop refuses them, and they may be asked for again', async () => {
  await press('left', 'orderNumber', '1042');
  await chat.say('ship what you have now and the rest later');
  await chat.say('yes');
  await send();
  expect(await hear()).toEqual([expect.stringMatching(/could not send Camera bag of order 1042 on ahead/)]);
  expect((await chat.say('ship what is ready now'))[0]?.template).toBe('recap/split_shipment');
});
