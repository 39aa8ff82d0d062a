import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
beforeAll(async () => {
  shop = await aShop(ANAS_SHOP);
});
afterAll(() => shop.drop());

const textOf = (replies: readonly { text: string }[]) => replies.map(({ text }) => text).join('\n');

describe('"wheres my oder"', () => {
  it('asks who is there, then tells each item: what shipped with tracking, what waits with both dates', async () => {
    const chat = shop.chat();
    expect((await chat.say('wheres my oder'))[0]?.template).toBe('ask-identity');
    const text = textOf(await chat.say('its 1042 and ana@example.com'));
    expect(text).toContain('Carbon tripod');
    expect(text).toContain('1Z999AA10123456784');
    expect(text).toContain('50 mm lens');
    expect(text).toContain('Camera bag');
    const told =
      await shop.sql`select said->>'fact' as fact, said->>'value' as value, basis->>'tool' as tool from promises where conversation_id = ${chat.id} and order_line_id = '1042-2' order by id`;
    expect(told).toEqual([
      { fact: 'likelyOn', value: expect.stringMatching(/^2026-12-/), tool: 'get_line_eta' },
      { fact: 'cautiousOn', value: expect.stringMatching(/^2026-12-/), tool: 'get_line_eta' },
    ]);
  });

  it('takes order number and proof in one go or one after the other', async () => {
    const chat = shop.chat();
    await chat.say('where is order 1042?');
    expect(textOf(await chat.say('97201'))).toContain('50 mm lens');
  });

  it("answers a wrong fact, an unknown order and another's order in the same words", async () => {
    const wrong = await shop.chat().say('order 1042, ben@example.com, where is it');
    const unknown = await shop.chat().say('order 9999, ben@example.com, where is it');
    expect(wrong).toEqual(unknown);
    const chat = shop.chat();
    await chat.say('where is order 1042? ana@example.com');
    expect((await chat.say('and where is order 2001?'))[0]?.template).toBe('order-not-found');
  });

  it('pauses after five wrong tries from one place, and still lets the owner in from elsewhere', async () => {
    const stranger = shop.chat();
    for (let n = 0; n < 5; n++) await stranger.say(`order 2001, nobody${n}@example.com`);
    expect((await stranger.say('order 2001, ben@example.com'))[0]?.template).toBe('identification-paused');
    expect(textOf(await shop.chat().say('order 2001, ben@example.com where is it'))).toContain('50 mm lens');
  });
});
