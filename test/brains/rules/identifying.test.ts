import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addToInstant, instant } from '../../../src/domain/kernel/dates.js';
import { businessNow, setBusinessNow } from '../../../src/store/clock.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeAll(async () => {
  const [order] = ANAS_SHOP.orders ?? [];
  const line = { line: 1, sku: 'HUB-1', item: 'USB hub', price: 30, state: 'backordered' as const };
  shop = await aShop({
    ...ANAS_SHOP,
    orders: [
      ...(order ? [{ ...order, lines: order.lines.slice(1) }] : []),
      { number: '1043', customer: 'ana', placed: '-4d', lines: [line] },
      { number: '20417', customer: 'ben', placed: '-4d', lines: [{ ...line, item: 'Mouse' }] },
      { number: '1055', customer: 'cy', placed: '-4d', lines: [{ ...line, item: 'Desk lamp' }] },
    ],
    customers: [
      ...ANAS_SHOP.customers,
      { id: 'cy', name: 'Cy Ray', email: 'cy@example.com', phone: '+15035550177', postcode: '60601' },
    ],
  });
});
afterAll(() => shop.drop());
beforeEach(() => {
  chat = shop.chat();
});

const talk = (...messages: string[]) => chat.talk(...messages);
const textOf = async (message: string) => (await chat.say(message)).map(({ text }) => text).join('\n');

describe('who is asking', () => {
  it('brings its answer to what was asked, though a proof reads like a wish for mails', async () => {
    expect(await talk('where am I in line? order 1055', 'email on it: cy@example.com')).toEqual([
      'ask-second-factor',
      'queue-position',
    ]);
  });

  it.each([
    [['where is my order', '1055', 'cy@example.com']],
    [['where is my order', 'cy@example.com', '1055']],
    [['where is my order', '60601', '1055']],
    [['where is my order', '5035550177', '1055']],
    [['where is my order', '(503) 555-0177', 'order 1055']],
    [['where is my order', '60601, 1055']],
    [['where is my order', '1055 60601']],
    [['where is my order', '1054', '1055', '60601']],
    [['where is my order', 'order 1054', 'sorry, I meant order 1055', 'cy@example.com']],
    [['its order 1055, zip 60601, where is it']],
  ])('is settled by %j', async (messages) => {
    expect((await talk(...messages)).at(-1)).toBe('order-status');
  });

  it('can be settled with an order number that looks like a postcode', async () => {
    expect(await talk('where is my order', '20417', '10001')).toEqual([
      'ask-identity',
      'ask-second-factor',
      'order-status',
    ]);
  });

  it('is asked for once more after a wrong answer, which is no misunderstanding', async () => {
    const said = await talk('where is my order', '1055 x@example.com', '1055 y@example.com', '1055 cy@example.com');
    expect(said).toEqual(['ask-identity', 'not-matched', 'not-matched', 'order-status']);
  });

  it('is not given away by the postcode of the new address', async () => {
    const said = await talk('change the address of order 1055 to 12 Oak St, Portland, OR 60601', 'cy@example.com');
    expect(said).toEqual(['ask-second-factor', 'recap/change_address']);
  });

  it('shown for one order by postcode is shown for the next by its own proof', async () => {
    expect(await talk('order 1042 97201')).toEqual(['order-status']);
    expect(await talk('and where is order 1043?')).toEqual(['order-not-found']);
    expect(await talk('where is order 1043, ana@example.com')).toEqual(['order-status']);
    expect(await talk('and order 1042?')).toEqual(['order-status']);
  });
});

describe('what was asked first', () => {
  it('still holds when who is asking has been settled', async () => {
    await talk('cancel the lens', 'order 1042');
    expect(await textOf('ana@example.com')).toMatch(
      /^To be sure before I do anything: cancel 50 mm lens in order 1042/,
    );
  });
  it('is the whole order when that was said', async () => {
    await talk('please cancel my whole order');
    expect(await textOf('1042 ana@example.com')).toMatch(/cancel 50 mm lens, Camera bag in order 1042/);
  });
  it('is one item when a date was asked for it', async () => {
    await chat.say('when will the hub ship?');
    expect(await textOf('1043 ana@example.com')).toMatch(/^For USB hub/);
  });
  it('gives way to another wish, which need not be told the order again', async () => {
    expect(await talk('where is order 1055?', 'actually just cancel it', 'cy@example.com')).toEqual([
      'ask-second-factor',
      'ask-second-factor',
      'recap/cancel_line',
    ]);
  });
});

describe("somebody else's order", () => {
  it('reads like one that is not there, whoever asks', async () => {
    await talk('order 1055 cy@example.com');
    const others = await textOf('where is order 1042?');
    const nobodys = await textOf('where is order 4242?');
    expect(others).toBe(nobodys);
    expect(await talk('my friend’s order is 1042, cancel it', 'when will order 1042 ship?')).toEqual([
      'order-not-found',
      'order-not-found',
    ]);
  });
});

describe('coming back after days', () => {
  it('is asked again who they are, with the order that was talked about out of sight until then', async () => {
    await talk('order 1042 ana@example.com');
    const [recap] = await chat.say('cancel the bag');
    await setBusinessNow(shop.sql, addToInstant(await businessNow(shop.sql), { hours: 72 }));
    expect(await talk('yes')).toEqual(['proposal-over']);
    expect((await chat.say('Yes, cancel it', recap?.buttons[0]?.value))[0]?.template).toBe('proposal-over');
    expect(await talk('where is my order?', '1042', 'ana@example.com')).toEqual([
      'ask-identity',
      'ask-second-factor',
      'order-status',
    ]);
    expect(await shop.sql`select state from order_lines where id = '1042-3'`).toEqual([{ state: 'allocated' }]);
    await setBusinessNow(shop.sql, instant('2026-11-23T18:00:00Z'));
  });
  it('goes on with the question that was open', async () => {
    await talk('cancel the lens', 'order 1042');
    await setBusinessNow(shop.sql, addToInstant(await businessNow(shop.sql), { hours: 40 }));
    expect(await talk('ana@example.com')).toEqual(['recap/cancel_line']);
    await setBusinessNow(shop.sql, instant('2026-11-23T18:00:00Z'));
  });
});
