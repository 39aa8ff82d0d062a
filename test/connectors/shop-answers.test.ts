import { afterEach, beforeEach, expect, it } from 'vitest';
import { reconcile } from '../../src/connectors/reconcile.js';
import { createShopChannel } from '../../src/connectors/shop-channel.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { addToInstant } from '../../src/domain/kernel/dates.js';
import { businessNow, setBusinessNow } from '../../src/store/clock.js';
import { takeLease } from '../../src/store/conversations.js';
import { nextWaiting } from '../../src/store/inbox.js';
import { messagesAfter } from '../../src/store/messages.js';
import { claimOutbox } from '../../src/store/outbox.js';
import { openDoor } from '../../src/tools/door.js';
import { aStorefront, type Storefront } from '../support/a-storefront.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

const silent = { info() {}, warn() {}, error() {} };

let shop: TestShop;
let chat: Chat;
let storefront: Storefront;

beforeEach(async () => {
  storefront = await aStorefront();
  const stock = [{ sku: 'LEN-55', item: '55 mm lens', onHand: 1, price: 790 }];
  shop = await aShop({ ...ANAS_SHOP, stock }, undefined, { connected: true });
  chat = shop.chat();
  await chat.say('Where is order 1042? ana@example.com');
});
afterEach(async () => {
  await shop.drop();
  await storefront.close();
});

const door = () => openDoor({ sql: shop.sql, policy: shop.house.policy, shop: { connected: true } });

/** Sends what waits for the shop, once. */
async function send(): Promise<string[]> {
  await shop.sql`update outbox set next_attempt_at = clock_timestamp() where channel = 'shop' and state = 'waiting'`;
  const channel = createShopChannel({
    sql: shop.sql,
    door: door(),
    shop: storefront.ask(),
    log: silent,
    onAnswered() {},
  });
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

/** The shop does what it is asked, its answer is lost and nobody asks again; then the two are reconciled. */
async function loseTheAnswer() {
  await storefront.press('mood', 'mood', 'losing');
  await send();
  await storefront.press('mood', 'mood', 'well');
  await shop.sql`update outbox set state = 'dead' where channel = 'shop'`;
  await setBusinessNow(shop.sql, addToInstant(await businessNow(shop.sql), { minutes: 10 }));
  return reconcile({ sql: shop.sql, door: door(), shop: storefront.ask() }, 'open');
}

const lens = async () => (await shop.sql`select state from order_lines where id = '1042-2'`)[0]?.state;
const refund = async () => (await shop.sql`select state, receipt from refunds where order_number = '1042'`)[0];
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
  expect((await storefront.ledger()).map(({ request }) => request?.kind)).toEqual(['cancel_lines', 'refund']);
  const [record] = await shop.sql`select payload from delay_records where kind = 'refund_sent'`;
  expect(record?.payload).toMatchObject({ proof: 'credit_memo' });
  const told = await shop.sql`select said ->> 'fact' as fact from promises where basis ->> 'tool' = 'get_shop_answer'`;
  expect(told.map(({ fact }) => fact)).toContain('refundAmount');
});

it('puts the line back when the shop refuses, owes nothing, and says so', async () => {
  await storefront.press('left', 'orderNumber', '1042');
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
  await storefront.press('mood', 'mood', mood);
  expect(await send()).toEqual(['retry']);
  expect(await lens()).toBe('cancelling');
  await storefront.press('mood', 'mood', 'well');
  expect(await send()).toEqual(['sent']);
  expect(await lens()).toBe('cancelled');
  expect(await storefront.ledger()).toHaveLength(1);
});

it('finds out by the key what a lost answer was, when nobody asks again', async () => {
  await cancelTheLens();
  const report = await loseTheAnswer();
  expect(report).toMatchObject({ checked: 1, drift: [{ kind: 'cancel_lines', desk: 'requested', done: 'settled' }] });
  expect(await lens()).toBe('cancelled');
});

it('asks anew for what the shop never heard of, and takes a wrong token for no refusal', async () => {
  await cancelTheLens();
  const stranger = storefront.ask('somebody-elses-token');
  expect(await stranger.lookUp('any')).toMatchObject({ kind: 'unavailable', error: 'the shop answered 401' });
  await shop.sql`update outbox set state = 'dead' where channel = 'shop'`;
  await setBusinessNow(shop.sql, addToInstant(await businessNow(shop.sql), { minutes: 10 }));
  const report = await reconcile({ sql: shop.sql, door: door(), shop: storefront.ask() }, 'open');
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
  expect((await storefront.ledger()).map(({ request }) => request)).toMatchObject([
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
  await storefront.press('left', 'orderNumber', '1042');
  await chat.say('ship what you have now and the rest later');
  await chat.say('yes');
  await send();
  expect(await hear()).toEqual([expect.stringMatching(/could not send Camera bag of order 1042 on ahead/)]);
  expect((await chat.say('ship what is ready now'))[0]?.template).toBe('recap/split_shipment');
});

/** Asks for the 55 mm lens in place of Ana's 50 mm lens, and agrees. */
async function swapTheLens(): Promise<string> {
  await chat.say('can I get something similar instead of the lens?');
  await chat.say('the 55 mm lens');
  const [answer] = await chat.press('Yes, send that instead');
  return answer?.text ?? '';
}
const lensLine = async () =>
  (await shop.sql`select sku, state, unit_price_cents::int as cents from order_lines where id = '1042-2'`)[0];
const ordered = { sku: 'LEN-50', state: 'backordered', cents: 82_000 };
const swapped = { sku: 'LEN-55', state: 'allocated', cents: 79_000 };
const kept = async () => (await shop.sql`select allocated from stock where sku = 'LEN-55'`)[0]?.allocated;

it('swaps an item only on the receipt, then asks for the difference, and tells each when it is so', async () => {
  expect(await swapTheLens()).toMatch(/^I've asked our shop to send 55 mm lens instead of 50 mm lens in order 1042\./);
  expect(await lensLine()).toEqual(ordered);
  expect(await kept()).toBe(1);
  expect((await chat.say('where is my refund?'))[0]?.template).toBe('no-refund');
  const [status] = await chat.say('where is my order?');
  expect(status?.text).toContain('Waiting for more from our supplier: 50 mm lens');
  expect(status?.text).toContain("I've asked our shop to send 55 mm lens instead of 50 mm lens");

  expect(await send()).toEqual(['sent']);
  expect(await lensLine()).toEqual(swapped);
  expect(await refund()).toMatchObject({ state: 'requested' });
  expect(await hear()).toEqual([
    expect.stringMatching(
      /^Done: in order 1042 our shop sends 55 mm lens instead of 50 mm lens\..*difference of \$30\.00/,
    ),
  ]);
  expect((await chat.say('where is my order?'))[0]?.text).toContain('set aside for you: 55 mm lens');

  expect(await send()).toEqual(['sent']);
  expect(await refund()).toMatchObject({ state: 'sent', receipt: expect.stringMatching(/^CM-/) });
  expect(await hear()).toEqual([expect.stringMatching(/^Your refund for order 1042 is on its way: \$30\.00/)]);
  expect((await storefront.ledger()).map(({ request }) => request)).toMatchObject([
    {
      kind: 'swap_line',
      about: {
        ...{ orderLineId: '1042-2', fromSku: 'LEN-50', toSku: 'LEN-55' },
        ...{ quantity: 1, priceDifference: { cents: -3_000 } },
      },
    },
    { kind: 'refund', about: { paid: { cents: 100_000 } } },
  ]);
  // nothing was cancelled, so the delay rule's record of the line knows of no refund
  expect(await shop.sql`select from delay_records where kind = 'refund_sent'`).toHaveLength(0);
});

it('pays the rest back, no more and no less, when the substitute is cancelled after all', async () => {
  await swapTheLens();
  for (let sent = 0; sent < 2; sent += 1) await send();
  await hear();
  await chat.say('cancel the 55 mm lens');
  await chat.say('yes');
  for (let sent = 0; sent < 2; sent += 1) await send();
  const refunds = await shop.sql`
    select amount_cents::int as cents, state, swap_id is not null as "ofSwap" from refunds order by id`;
  expect(refunds.map(({ state, ofSwap }) => [state, ofSwap])).toEqual([
    ['sent', true],
    ['sent', false],
  ]);
  expect(refunds[0]?.cents + refunds[1]?.cents).toBe(82_000);
});

it.each([
  ['sold-out' as const, 'sku', 'LEN-55', 'it has sold out meanwhile'],
  ['left' as const, 'orderNumber', '1042', 'your order had already left'],
])('leaves the item as it was when the shop says %s, owes nothing and says why', async (path, field, value, why) => {
  await storefront.press(path, field, value);
  await swapTheLens();
  await send();
  expect(await lensLine()).toEqual(ordered);
  expect(await kept()).toBe(0);
  expect(await refund()).toBeUndefined();
  expect(await hear()).toEqual([
    expect.stringContaining(`could not send 55 mm lens instead of 50 mm lens in order 1042: ${why}.`),
  ]);
  expect((await chat.say('where is my order?'))[0]?.text).not.toContain('55 mm lens');
  expect((await chat.say('anything similar?'))[0]?.template).toBe('substitutes');
});

it('neither cancels nor swaps an item while the shop is asked to swap it', async () => {
  await swapTheLens();
  expect((await chat.say('cancel the lens'))[0]?.template).toBe('being-swapped');
  expect((await chat.say('cancel the whole order'))[0]?.template).toBe('being-swapped');
  expect(await shop.sql`select from shop_requests`).toHaveLength(1);
});

it('swaps an item once when the answer was lost and nobody asks again', async () => {
  await swapTheLens();
  const report = await loseTheAnswer();
  expect(report).toMatchObject({ drift: [{ kind: 'swap_line', desk: 'requested', done: 'settled' }] });
  expect(await lensLine()).toEqual(swapped);
  expect(await storefront.ledger()).toHaveLength(1);
  expect(await shop.sql`select quantity from allocations where order_line_id = '1042-2'`).toEqual([{ quantity: 1 }]);
});
