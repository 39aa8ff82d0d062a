import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeAll(async () => {
  shop = await aShop(ANAS_SHOP);
});
afterAll(() => shop.drop());
beforeEach(() => {
  chat = shop.chat();
});

describe('something that is needed by a day', () => {
  it('is remembered while the shopper proves who they are, and told with its chance and what would make it', async () => {
    await chat.say('I need it before friday');
    const [answer] = await chat.say('1042, ana@example.com');
    expect(answer?.template).toBe('needed-by');
    // the day before Friday, Nov 27
    expect(answer?.text).toContain(
      'I am sorry: it is very unlikely that 50 mm lens reaches you in time for Thu, Nov 26.',
    );
    expect(answer?.text).toContain('I looked for a quicker way and found none that would make it.');
    expect(answer?.text).not.toMatch(/guarantee|promise you/i);
  });

  it('hears which part could come in time, and asks for it with one press', async () => {
    await chat.say('1042, ana@example.com');
    const [answer] = await chat.say('by 12/2');
    expect(answer?.text).toMatch(
      /What could come in time:\n+- Camera bag, sent ahead of the rest: likely with you around/,
    );
    expect(answer?.buttons.map(({ title }) => title)).toContain('Ship what is ready now');
    expect((await chat.press('Ship what is ready now'))[0]?.template).toBe('recap/split_shipment');
  });

  it('hears good news where there is time enough', async () => {
    await chat.say('1042, ana@example.com');
    const [answer] = await chat.say("it's for a birthday on jan 30");
    expect(answer?.text).toMatch(/^Good news: 50 mm lens is very likely to reach you in time for Sat, Jan 30/);
    expect(answer?.text).not.toContain('What could come in time');
  });

  it('is told of the day kept with the order when none is named', async () => {
    await shop.sql`update orders set needed_by = '2026-12-10' where number = '1042'`;
    await chat.say('1042, ana@example.com');
    const [answer] = await chat.say('will it all be here for the birthday?');
    expect(answer?.text).toMatch(/in time for Thu, Dec 10/);
    await shop.sql`update orders set needed_by = null where number = '1042'`;
  });

  it('is no promise of ours', async () => {
    await chat.say('1042, ana@example.com');
    await chat.say('by 12/9');
    const facts = await shop.sql<{ fact: string }[]>`
      select said->>'fact' as fact from promises p join messages m on m.id = p.message_id
      where m.conversation_id = ${chat.id} and said->>'fact' in ('neededByOn', 'chanceByDate', 'chanceWords')`;
    expect(facts).toEqual([]);
  });
});
