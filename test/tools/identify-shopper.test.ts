import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/store/connect.js';
import { openDoor } from '../../src/tools/door.js';
import { getOrderStatus } from '../../src/tools/get-order-status.js';
import { identifyShopper } from '../../src/tools/identify-shopper.js';
import { listOrders } from '../../src/tools/list-orders.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { aCounter, anasOrders, type Counter } from './counter.js';

let counter: Counter;
let who: ShopperPrincipal;
beforeAll(async () => {
  counter = await aCounter(anasOrders(12));
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  who = await counter.stranger();
});

const email = (value: string) => ({ kind: 'email', value });
const RIGHT = email('ana@example.com');
const WRONG = email('nobody@example.com');
const identify = (factor: object, orderNumber = '1042', by = who) =>
  counter.door.call(identifyShopper, { orderNumber, factor }, by);
const see = async (orderNumber: string, by = who) =>
  (await counter.door.call(getOrderStatus, { orderNumber }, await counter.again(by))).kind;

describe('identifying', () => {
  it.each([
    ['e-mail', RIGHT],
    ['e-mail in capitals', email(' Ana@Example.COM ')],
    ['phone', { kind: 'phone', value: '+15035550101' }],
    ['phone as people write it', { kind: 'phone', value: '(503) 555-0101' }],
  ])('by %s shows all their orders', async (_what, factor) => {
    expect(await identify(factor)).toEqual({ kind: 'identified', orderNumber: '1042', firstName: 'Ana' });
    expect([await see('1042'), await see('C-1')]).toEqual(['found', 'found']);
    expect(await see('2001')).toBe('denied');
  });

  it.each(['97201', ' 97201 ', '97201-1234'])('by postcode %j shows that order alone', async (value) => {
    expect(await identify({ kind: 'postcode', value })).toMatchObject({ kind: 'identified' });
    expect([await see('1042'), await see('C-1')]).toEqual(['found', 'denied']);
  });

  it.each(['C1', 'C/1', 'C_1'])(
    'finds the order that is typed with other marks, %s, as the shop writes it',
    async (typed) => {
      expect(await identify({ kind: 'postcode', value: '97201' }, typed)).toMatchObject({ orderNumber: 'C-1' });
      expect([await see('C-1'), await see('1042')]).toEqual(['found', 'denied']);
    },
  );

  it('answers a wrong fact and an unknown order alike', async () => {
    const wrong = await identify(email('ben@example.com'), '1042');
    const unknown = await identify(email('ben@example.com'), '9999');
    expect(wrong).toEqual({ kind: 'not_matched' });
    expect(unknown).toEqual(wrong);
    const elsewhere = await counter.stranger();
    for (let n = 0; n < 5; n++) await identify(WRONG, '9999', elsewhere);
    expect(await identify(WRONG, '9999', elsewhere)).toMatchObject({ kind: 'paused' });
  });

  it('adds one proven order to the other, however old, and never narrows', async () => {
    await counter.shop.sql`update orders set placed_at = placed_at - interval '3 years' where number = 'C-12'`;
    await identify({ kind: 'postcode', value: '97201' }, 'C-12');
    const listed = async () => {
      const answer = await counter.door.call(listOrders, {}, await counter.again(who));
      return answer.kind === 'listed' ? answer.orders.map(({ orderNumber }) => orderNumber) : [];
    };
    expect(await listed()).toEqual(['C-12']);
    await identify({ kind: 'postcode', value: '97201' }, '1042', await counter.again(who));
    expect(await listed()).toEqual(['1042', 'C-12']);
    await identify(RIGHT, '1042', await counter.again(who));
    await identify({ kind: 'postcode', value: '97201' }, '1042', await counter.again(who));
    expect(await see('C-5')).toBe('found');
  });

  it('as somebody else leaves nothing of who was there before', async () => {
    await identify(RIGHT);
    await identify(email('ben@example.com'), '2001', await counter.again(who));
    expect([await see('2001'), await see('1042')]).toEqual(['found', 'denied']);
  });

  it('holds for a day', async () => {
    await identify(RIGHT);
    await counter.pass({ hours: 23, minutes: 59 });
    expect(await see('1042')).toBe('found');
    await counter.pass({ minutes: 1 });
    expect(await see('1042')).toBe('denied');
  });
});

describe('tries', () => {
  it('for one order from one place end after five wrong ones, for an hour', async () => {
    for (let n = 0; n < 5; n++) expect(await identify(WRONG)).toEqual({ kind: 'not_matched' });
    expect(await identify(RIGHT)).toEqual({ kind: 'paused', pauseMinutes: 60 });
    expect(await identify(RIGHT, 'C-1')).toMatchObject({ kind: 'identified' });
    await counter.pass({ hours: 1 });
    expect(await identify(RIGHT)).toMatchObject({ kind: 'identified' });
  });

  it('count for an order however its number is typed', async () => {
    for (const typed of ['C-1', 'C1', 'C/1', 'C_1', 'C-1']) await identify(WRONG, typed);
    expect(await identify(RIGHT, 'C-1')).toMatchObject({ kind: 'paused' });
  });

  it('go on counting in another conversation from the same place, and in the same from another place', async () => {
    for (let n = 0; n < 5; n++) await identify(WRONG);
    expect(await identify(RIGHT, '1042', await counter.stranger(who.source))).toMatchObject({ kind: 'paused' });
    expect(await identify(RIGHT, '1042', { ...who, source: 'moved-on' })).toMatchObject({ kind: 'paused' });
  });

  it('over many orders from one place end after ten', async () => {
    for (let n = 1; n <= 10; n++) await identify(WRONG, `C-${n}`);
    expect(await identify(RIGHT, '1042')).toMatchObject({ kind: 'paused' });
  });

  it('from many places do not lock the owner out', async () => {
    for (let place = 0; place < 8; place++) {
      const stranger = await counter.stranger(`botnet-${place}`);
      for (let n = 0; n < 5; n++) await identify(WRONG, 'C-3', stranger);
    }
    expect(await identify(RIGHT, 'C-3')).toMatchObject({ kind: 'identified' });
  });

  it('sent at once from several connections are counted one by one', async () => {
    const source = 'hammer';
    const pools = Array.from({ length: 4 }, () => connect({ url: counter.shop.url, max: 3, name: 'another' }));
    const strangers = await Promise.all(Array.from({ length: 12 }, () => counter.stranger(source)));
    const { policy } = counter.shop.house;
    const answers = await Promise.all(
      strangers.map((stranger, n) =>
        openDoor({ sql: pools[n % 4]!, policy }).call(identifyShopper, { orderNumber: 'C-4', factor: WRONG }, stranger),
      ),
    );
    await Promise.all(pools.map((sql) => sql.end()));
    const kinds = answers.map(({ kind }) => kind);
    expect([
      kinds.filter((kind) => kind === 'not_matched').length,
      kinds.filter((kind) => kind === 'paused').length,
    ]).toEqual([5, 7]);
  });
});
