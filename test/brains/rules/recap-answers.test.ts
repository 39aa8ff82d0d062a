import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeAll(async () => {
  shop = await aShop({
    ...ANAS_SHOP,
    orders: [
      ...(ANAS_SHOP.orders ?? []),
      {
        number: '900-17',
        customer: 'ana',
        placed: '-9d',
        lines: [{ line: 1, sku: 'SCO-1', item: 'Slate wall sconce', price: 60, state: 'backordered' }],
      },
    ],
  });
});
afterAll(() => shop.drop());
beforeEach(async () => {
  chat = shop.chat();
  await chat.say('order 1042 ana@example.com');
});

const talk = (...messages: string[]) => chat.talk(...messages);
const MOVE = 'send order 1042 to 12 Oak Street, Portland, OR 97205 instead';

describe('an open recap', () => {
  it.each([
    'No, leave the lot as it is please',
    'nah it can stay where it was going',
    "please don't, it is fine there",
  ])('is dropped by who begins with a no: "%s"', async (words) => {
    expect(await talk(MOVE, words)).toEqual(['recap/change_address', 'nothing-changed']);
    expect(await talk('yes')).not.toContain('done/change_address');
  });

  it.each(['hold off for now', "I'll get back to you on that", 'need to speak to my husband first'])(
    'stays open for who has to think: "%s"',
    async (words) => {
      expect(await talk(MOVE, words)).toEqual(['recap/change_address', 'take-your-time']);
    },
  );

  it.each(['yes but add apt 4B', 'almost, the zip should be 97206', "it's 14 Oak Street not 12"])(
    'of an address of which a part is wrong asks for the whole: "%s"',
    async (words) => {
      expect(await talk(MOVE, words)).toEqual(['recap/change_address', 'ask-address']);
    },
  );

  it('offers no choices beside it, since their buttons would not be there', async () => {
    const [, beside] = await talk('cancel the lens', 'what do you reckon to our chances in the cup this weekend');
    expect(beside).not.toContain('did-you-mean');
    expect(beside).toContain('still/cancel_line');
  });

  it('takes a name put right, though the words read like another wish', async () => {
    const [, again] = await talk('cancel the lens', 'no wait, the camera bag, not the lens');
    expect(again).toBe('recap/cancel_line');
    expect((await chat.say('say that again')).map(({ text }) => text).join()).toContain('Camera bag');
  });
});

describe('an order number put right', () => {
  it.each(['sorry, I meant 900-17', 'I typed the wrong number. 900-17 it is'])('is looked up: "%s"', async (words) => {
    await talk('order 900-17 ana@example.com', 'where is order 1042');
    expect((await chat.say(words)).map(({ text }) => text).join()).toContain('Slate wall sconce');
  });
});

describe('several questions of one item in one message', () => {
  it('are answered from the facts looked up last, with the day that the second names', async () => {
    const said = await talk('why is the lens late? and will it be here by next friday?');
    expect(said.join()).toContain('needed-by');
    expect(said.join()).not.toContain('cannot-answer');
  });

  it('are of two orders, though the numbers stand as in an address', async () => {
    const said = await talk("when does 90017 ship, and what's the tracking on 10425?");
    expect(said.join()).not.toContain('address');
  });

  it('tell where it is of an order that has left', async () => {
    expect((await chat.say('when will the tripod ship?')).map(({ template }) => template)).toEqual(['order-status']);
  });
});
