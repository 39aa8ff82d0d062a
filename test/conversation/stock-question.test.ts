import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setBackorderStance } from '../../src/tools/set-backorder-stance.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from '../tools/counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter({
    ...ANAS_SHOP,
    stock: [
      { sku: 'PAN-1', item: 'Cast iron pan, large', onHand: 40, price: 90 },
      { sku: 'PAN-2', item: 'Cast iron pan, small', onHand: 3, price: 60 },
      { sku: 'LAM-1', item: 'Copper lamp', onHand: 0, price: 70 },
      { sku: 'KET-1', item: 'Kettle', onHand: 0, price: 40 },
    ],
    purchaseOrders: [
      ...(ANAS_SHOP.purchaseOrders ?? []),
      { number: 'PO-81', sku: 'KET-1', qty: 10, promised: '+8d', supplierHabit: 'on time' },
    ],
  });
});
afterAll(() => counter.shop.drop());

const ask = async (text: string) => (await counter.shop.chat().say(text))[0];
const stop = (stance: string) =>
  counter.door.call(
    setBackorderStance,
    { sku: 'KET-1', stance, reason: 'as the test wants it' },
    { kind: 'manager', staffId: 'mo' },
  );

describe('"is it in stock?", asked by anybody', () => {
  it('says yes, with the day it leaves, and a count only where few are left', async () => {
    const many = await ask('do you have the large cast iron pan in stock?');
    expect(many?.template).toBe('product-availability');
    expect(many?.text).toBe(
      'Yes, Cast iron pan, large is in stock. A new order should leave us by Tue, Nov 24 and reach you around Sat, Nov 28.',
    );
    expect((await ask('is the small cast iron pan in stock'))?.text).toContain(
      'Cast iron pan, small is in stock (3 left)',
    );
  });

  it('forgives typos, and takes a SKU', async () => {
    expect((await ask('do u have the larg cst iron pan in stock'))?.text).toContain('Yes, Cast iron pan, large');
    expect((await ask('is the PAN-2 in stock'))?.text).toContain('Yes, Cast iron pan, small');
  });

  it('asks which when several are meant, and goes on with the answer', async () => {
    const chat = counter.shop.chat();
    const [which] = await chat.say('do you have cast iron pans in stock?');
    expect(which).toMatchObject({ template: 'which-product' });
    expect(which?.buttons.map(({ title }) => title)).toEqual(['Cast iron pan, large', 'Cast iron pan, small']);
    expect((await chat.say('the small one'))[0]?.text).toContain('Yes, Cast iron pan, small');
    await chat.say('do you have cast iron pans in stock?');
    expect((await chat.say('the first one'))[0]?.text).toContain('Yes, Cast iron pan, large');
  });

  it('asks for the product when none is named, and says so when there is none such', async () => {
    const chat = counter.shop.chat();
    expect((await chat.say('Is a product in stock?'))[0]?.template).toBe('ask-product');
    expect((await chat.say('the copper lamp'))[0]?.template).toBe('product-availability');
    expect((await ask('do you have folding kayaks in stock?'))?.template).toBe('ask-product');
  });

  it('gives both dates of what would have to be waited for', async () => {
    const { text } = (await ask('when will the kettle be back in stock?'))!;
    expect(text).toMatch(
      /^Kettle is sold out right now, but you can order it\. A new order would likely ship on \w{3}, Dec \d/,
    );
    expect(text).toContain('not a promise');
    expect(text).not.toMatch(/backorder|SKU|PO-|allocat/i);
  });

  it('says what is not taken, and why', async () => {
    expect((await ask('when will the copper lamp be in stock again'))?.text).toBe(
      'Copper lamp is sold out, and we are not taking orders for it right now: no delivery of it is on order with a supplier.',
    );
    await stop('stop');
    expect((await ask('is the kettle in stock?'))?.text).toContain("not taking orders for it right now. I can't say");
    await stop('by_policy');
    expect((await ask('can I get 30x of the kettle, are they in stock?'))?.text).toContain('only for fewer');
  });
});

describe('asked by somebody who waits for it', () => {
  it('"is my lens in stock" is about their own line', async () => {
    const chat = counter.shop.chat();
    await chat.say('where is order 1042? ana@example.com');
    const [own] = await chat.say('is my lens in stock yet?');
    expect(own).toMatchObject({ template: 'line-eta' });
    expect(own?.text).toMatch(/^50 mm lens will likely ship on Fri, Dec 4/);
    expect((await chat.say('is the copper lamp in stock?'))[0]?.template).toBe('product-availability');
  });
});
