import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

const bag = { line: 1, sku: 'BAG-1', item: 'Camera bag', price: 60, state: 'allocated' as const };
let shop: TestShop;
let chat: Chat;
beforeAll(async () => {
  const ben = { number: '2002', customer: 'ben', placed: '-3d', lines: [bag] };
  shop = await aShop({ ...ANAS_SHOP, orders: [...(ANAS_SHOP.orders ?? []), ben] });
});
afterAll(() => shop.drop());
beforeEach(() => {
  chat = shop.chat();
});

describe('"ship what you have now and the rest later"', () => {
  it('is told with its dates and cost, asked about, done after the yes, and seen in the status', async () => {
    await chat.say('ship what you have now and the rest later');
    const [recap] = await chat.say('1042, ana@example.com');
    expect(recap).toMatchObject({
      template: 'recap/split_shipment',
      buttons: [{ title: 'Yes, send it in two parts' }, { title: 'No, leave it as it is' }],
    });
    expect(recap?.text).toMatch(/Now: Camera bag.*\nLater: 50 mm lens.*\nIt costs you nothing extra/s);
    const [done] = await chat.say('yes');
    expect(done).toMatchObject({ template: 'done/split_shipment' });
    expect(done?.text).toMatch(/^Done: Camera bag of order 1042 goes out ahead of the rest/);
    const [status] = await chat.say('where is my order?');
    expect(status?.text).toContain('Going out ahead of the rest: Camera bag.');
    expect(status?.text).not.toContain('set aside');
    expect((await chat.say('ship what is ready now'))[0]?.template).toBe('split-already');
  });

  it('has nothing to split where all is ready or nothing is', async () => {
    await chat.say('2002 ben@example.com');
    expect((await chat.say('send what you have now, the rest later'))[0]?.template).toBe('split-all-ready');
    expect((await chat.say('and for order 2001, ship what is ready now'))[0]?.template).toBe('split-nothing-ready');
  });
});

describe('"can you make it express?"', () => {
  it('tells what it costs and how it is charged, and does nothing on a no', async () => {
    await chat.say('2002 ben@example.com');
    const [recap] = await chat.say('can you make it express?');
    expect(recap?.template).toBe('recap/upgrade_shipping');
    expect(recap?.text).toContain(
      'It costs $14.95. I cannot take a payment here: our shop charges it to Visa ending 4417',
    );
    expect((await chat.say('no thanks'))[0]?.template).toBe('nothing-changed');
    expect(await shop.sql`select shipping_service as s from orders where number = '2002'`).toEqual([{ s: 'standard' }]);
  });

  it('does it on a yes, and says so when asked again', async () => {
    await chat.say('2002 ben@example.com');
    await chat.say('can you make it express?');
    expect((await chat.press('Yes, make it express'))[0]?.template).toBe('done/upgrade_shipping');
    expect(await shop.sql`select shipping_service as s from orders where number = '2002'`).toEqual([{ s: 'express' }]);
    expect((await chat.say('upgrade it to express shipping'))[0]?.template).toBe('already-express');
  });
});
