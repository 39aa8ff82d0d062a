import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
});
afterEach(() => shop.drop());

const requests = async () => (await shop.sql`select reason, state from hand_offs`).map((row) => ({ ...row }));

describe('asking for a person', () => {
  it('opens one request, and says on which days and at what hours people answer', async () => {
    const chat = shop.chat();
    const [answer] = await chat.say("I'd like to talk to a person");
    expect(answer?.template).toBe('person-requested');
    expect(answer?.text).toContain('Monday to Friday from 9 am to 5 pm');
    expect(await requests()).toEqual([{ reason: 'asked', state: 'open' }]);
    const [again] = await chat.say('Talk to a person');
    expect(again?.template).toBe('person-already-requested');
    expect(await requests()).toHaveLength(1);
  });

  it('is possible in the middle of a confirmation', async () => {
    const chat = shop.chat();
    await chat.say('Where is order 1042? ana@example.com');
    await chat.say('cancel the lens');
    const [answer] = await chat.say('Talk to a person');
    expect(answer?.template).toBe('person-requested');
  });
});
