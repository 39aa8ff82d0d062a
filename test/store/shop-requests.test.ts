import { afterAll, beforeAll, expect, it } from 'vitest';
import { instant } from '../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../src/domain/kernel/ids.js';
import { lockShopRequest, requestOfShop, settleShopRequest } from '../../src/store/shop-requests.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
const at = instant('2026-11-23T18:00:00Z');
const order = { orderNumber: OrderNumber.parse('1042'), at, conversationId: null };
const hold = (key: string) => ({ ...order, kind: 'hold' as const, about: { reason: 'a wrong door number' }, key });

beforeAll(async () => {
  shop = await aShop(ANAS_SHOP);
});
afterAll(() => shop.drop());

const ask = (request: Parameters<typeof requestOfShop>[1]) => shop.sql.begin((tx) => requestOfShop(tx, request));
const outgoing = () =>
  shop.sql`select idempotency_key as key, conversation_id as talk, payload from outbox order by id`;

it('asks once under one key: one request, one outbox row', async () => {
  const id = await ask(hold('hold:1042:v1'));
  expect(await ask(hold('hold:1042:v1'))).toBe(id);
  expect([...(await outgoing())]).toEqual([{ key: 'shop:hold:1042:v1', talk: null, payload: { requestId: id } }]);
});

it('does not take one key for two things, nor let a hold and its release be under way at once', async () => {
  await expect(ask({ ...order, kind: 'release', about: {}, key: 'hold:1042:v1' })).rejects.toThrow('already used');
  await expect(ask({ ...order, kind: 'release', about: {}, key: 'release:1042:v1' })).rejects.toThrow(
    'one_open_request',
  );
  expect(await outgoing()).toHaveLength(1);
});

it('is settled once, by a receipt or a reason', async () => {
  const id = await ask(hold('hold:1042:v1'));
  const settle = (answer: Parameters<typeof settleShopRequest>[1]['answer']) =>
    shop.sql.begin((tx) => settleShopRequest(tx, { id, answer, at }));
  expect(await settle({ kind: 'confirmed', receipt: 'H-1' })).toBe(true);
  expect(await settle({ kind: 'refused', reason: 'too late' })).toBe(false);
  expect(await shop.sql.begin((tx) => lockShopRequest(tx, id))).toMatchObject({ state: 'confirmed', receipt: 'H-1' });
});

it('cannot be confirmed without a receipt, whoever writes it', async () => {
  const id = await ask(hold('hold:1042:v2'));
  await expect(
    shop.sql`update shop_requests set state = 'confirmed', settled_at = ${at} where id = ${id}`,
  ).rejects.toThrow('confirmed_by_its_receipt');
});
