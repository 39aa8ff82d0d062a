import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  chat = shop.chat();
  await chat.say('Where is order 1042? ana@example.com');
  await chat.say('please cancel the lens');
});
afterEach(() => shop.drop());

const cancelled = async () =>
  (await shop.sql`select line_number as line from order_lines where state = 'cancelled'`).map(({ line }) => line);

describe('taking back what a recap asked', () => {
  it.each(['no, the other one', 'I meant the bag', 'sorry, the camera bag', 'wrong one'])(
    'puts the question anew, with nothing done: "%s"',
    async (words) => {
      const [recap] = await chat.say(words);
      expect(recap?.template).toBe('recap/cancel_line');
      expect(recap?.text).toContain('Camera bag');
      expect(await cancelled()).toEqual([]);
      await chat.say('yes');
      expect(await cancelled()).toEqual([3]);
    },
  );

  it.each(['no thanks', 'no', 'no that is all', 'sorry, wait'])(
    'is not meant once the question has been answered: "%s"',
    async (words) => {
      await chat.say('yes');
      const templates = (await chat.say(words)).map(({ template }) => template);
      expect(templates).not.toContain('recap/cancel_line');
    },
  );
});
