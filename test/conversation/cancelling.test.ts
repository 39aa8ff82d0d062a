import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  chat = shop.chat();
  await chat.say('Where is order 1042? ana@example.com');
});
afterEach(() => shop.drop());

const states = async () =>
  (await shop.sql`select line_number as line, state from order_lines where order_number = '1042' order by 1`).map(
    ({ state }) => state,
  );

describe('cancelling an item', () => {
  it('recaps item, amount and method, changes nothing before the yes, and then really cancels', async () => {
    const [recap] = await chat.say('please cancel the lens');
    expect(recap?.template).toBe('recap/cancel_line');
    expect(recap?.text).toContain('50 mm lens');
    expect(recap?.text).toContain('$820.00');
    expect(recap?.text).toContain('Visa ending 4417');
    expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
    const [done] = await chat.say('yes');
    expect(done?.template).toBe('done/cancel_line');
    expect(await states()).toEqual(['shipped', 'cancelled', 'allocated']);
    const [refund] = await shop.sql`select amount_cents as cents, method, state, send_by as "sendBy" from refunds`;
    expect(refund).toEqual({ cents: 82_000, method: 'Visa ending 4417', state: 'owed', sendBy: '2026-12-02' });
    const [again] = await chat.say('where is my order?');
    expect(again?.text).toContain('Cancelled: 50 mm lens');
  });

  it('gives allocated units back to the shelf', async () => {
    await chat.say('cancel the camera bag');
    await chat.press('Yes, cancel it');
    const [stock] = await shop.sql`select allocated from stock where sku = 'BAG-1'`;
    expect(stock).toEqual({ allocated: 0 });
  });

  it('is done once, however often the button is pressed', async () => {
    const [recap] = await chat.say('cancel the lens');
    const confirm = recap!.buttons[0]!.value;
    expect((await chat.say('Yes, cancel it', confirm))[0]?.template).toBe('done/cancel_line');
    expect((await chat.say('Yes, cancel it', confirm))[0]?.template).toBe('already-done');
    expect(await shop.sql`select count(*)::int as n from refunds`).toEqual([{ n: 1 }]);
  });

  it('does nothing on a no', async () => {
    await chat.say('cancel the lens');
    expect((await chat.say('no'))[0]?.template).toBe('nothing-changed');
    expect((await chat.say('yes'))[0]?.template).toBe('what-next');
    expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
  });

  it('takes the words of the button as the button', async () => {
    await chat.say('cancel the lens');
    expect((await chat.say('Yes please cancel it'))[0]?.template).toBe('done/cancel_line');
  });

  it.each(['yes but is there a fee?', 'yes?', 'yes, cancel the bag too', 'yes, do not cancel it'])(
    'does not take "%s" for a yes',
    async (words) => {
      await chat.say('cancel the lens');
      await chat.say(words);
      expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
    },
  );

  it('puts the question again after another was answered, and takes the yes to that', async () => {
    await chat.say('cancel the lens');
    const replies = await chat.say('why is it late?');
    expect(replies.at(-1)?.template).toBe('still/cancel_line');
    expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
    await chat.say('yes');
    expect(await states()).toEqual(['shipped', 'cancelled', 'allocated']);
  });

  it("refuses another conversation's button", async () => {
    const [recap] = await chat.say('cancel the lens');
    const other = shop.chat();
    await other.say('Where is order 2001? ben@example.com');
    expect((await other.say('Yes, cancel it', recap!.buttons[0]!.value))[0]?.template).toBe('proposal-over');
    expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
  });

  it('asks again with the new facts when they moved between question and answer', async () => {
    await chat.say('cancel the lens');
    await shop.sql`update orders set payment_method = 'Mastercard ending 0001' where number = '1042'`;
    const replies = await chat.press('Yes, cancel it');
    expect(replies.map(({ template }) => template)).toEqual(['facts-moved', 'recap/cancel_line']);
    expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
    await chat.say('yes');
    expect(await states()).toEqual(['shipped', 'cancelled', 'allocated']);
  });

  it('lets a question lapse after half an hour', async () => {
    await chat.say('cancel the lens');
    await shop.sql`update business_clock set time_offset = time_offset + interval '31 minutes'`;
    expect((await chat.say('yes')).map(({ template }) => template)).toEqual(['facts-moved', 'recap/cancel_line']);
    expect(await states()).toEqual(['shipped', 'backordered', 'allocated']);
  });

  it('says when an item already left', async () => {
    const [reply] = await chat.say('cancel the tripod');
    expect(reply?.template).toBe('already-shipped');
    expect(reply?.text).toContain('1Z999AA10123456784');
  });

  it('asks which item when several could be meant, and takes the choice', async () => {
    const [which] = await chat.say('I want to cancel an item');
    expect(which?.buttons.map(({ title }) => title)).toEqual(['50 mm lens', 'Camera bag', 'The whole order']);
    expect((await chat.say('the second one'))[0]?.text).toContain('Camera bag');
  });

  it('cancels what has not left when the whole order is meant, refunding the right sum', async () => {
    const [recap] = await chat.say('cancel my whole order');
    expect(recap?.template).toBe('recap/cancel_order');
    expect(recap?.text).toContain('$880.00');
    await chat.say('yes please');
    expect(await states()).toEqual(['shipped', 'cancelled', 'cancelled']);
  });

  it('answers both wishes of one message, the question last', async () => {
    const replies = await chat.say("cancel the lens and where's the tripod");
    expect(replies.map(({ template }) => template)).toEqual(['order-status', 'recap/cancel_line']);
  });
});
