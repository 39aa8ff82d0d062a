import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { furnish } from '../../src/desk.js';
import { aModel, calls, fails, type Model, says } from '../brains/llm/a-model.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

/** The same shop and turns as everywhere, with a language model (a local server that speaks its protocol) asked first. */
describe('a language model in the conversation', () => {
  let model: Model;
  let shop: TestShop;
  let chat: Chat;

  beforeAll(async () => {
    model = await aModel();
    const { turn } = await furnish({ llm: { apiKey: 'key', baseUrl: model.url, model: 'a-model', use: 'answers' } });
    shop = await aShop(ANAS_SHOP, turn.brains);
  });
  afterAll(async () => {
    await shop.drop();
    await model.stop();
  });
  beforeEach(async () => {
    chat = shop.chat();
    model.replies(
      calls(
        ['identify_shopper', { orderNumber: '1042', factor: { kind: 'email', value: 'ana@example.com' } }],
        ['get_order_status', { orderNumber: '1042' }],
        ['get_line_eta', { orderLineId: '1042-2' }],
      ),
      says('Hi Ana! The tripod left with UPS, 1Z999AA10123456784. What about the lens?'),
    );
    await chat.say('hi, 1042, ana@example.com');
  });

  const textOf = async (said: Promise<readonly { text: string }[]>) => (await said).map(({ text }) => text).join('\n');
  const states = async () =>
    (
      await shop.sql<
        { state: string }[]
      >`select state from order_lines where order_number = '1042' order by line_number`
    ).map(({ state }) => state);

  it('answers in its own words from the shop’s facts', async () => {
    const rows =
      await shop.sql`select body->>'text' as text from messages where conversation_id = ${chat.id} and author = 'assistant'`;
    expect(rows).toEqual([{ text: 'Hi Ana! The tripod left with UPS, 1Z999AA10123456784. What about the lens?' }]);
  });

  it('tells a true date and has it in the promise ledger', async () => {
    await shop.chat().say('where is order 1042? ana@example.com');
    model.replies(calls(['get_line_eta', { orderLineId: '1042-2' }]), says('Your lens should ship Fri, Dec 4.'));
    expect(await textOf(chat.say('when does the lens ship'))).toBe('Your lens should ship Fri, Dec 4.');
    const told =
      await shop.sql`select said->>'text' as text, order_line_id as line from promises where conversation_id = ${chat.id} and kind = 'date'`;
    expect(told).toContainEqual({ text: 'Fri, Dec 4', line: '1042-2' });
  });

  it.each([
    ['a date nobody gave', 'Your lens ships on Mon, Nov 30.'],
    ['an amount nobody owes', 'I will send you $500.00.'],
    ['a percentage', 'Here is 20% off for the wait.'],
    ['a tracking number of its own', 'The lens is with UPS, 1Z000XX00000000000.'],
    ['next week, when it is later', 'It ships in two days.'],
  ])('never says %s: the rules brain answers instead', async (_what, lie) => {
    model.replies(calls(['get_line_eta', { orderLineId: '1042-2' }]), says(lie));
    const text = await textOf(chat.say('when does the lens ship'));
    expect(text).not.toContain(lie);
    expect(text).toContain('50 mm lens');
    expect(text).toContain('Dec 4');
  });

  it('says it right at the second try, told what was wrong', async () => {
    model.replies(
      says('It ships on Mon, Nov 30.'),
      calls(['get_line_eta', { orderLineId: '1042-2' }]),
      says('It should ship Fri, Dec 4.'),
    );
    expect(await textOf(chat.say('when does the lens ship'))).toBe('It should ship Fri, Dec 4.');
  });

  it('can only propose: the recap is drawn from the proposal, and the yes is taken by the gate without the model', async () => {
    model.replies(calls(['cancel_line', { orderLineId: '1042-2' }]), says('Sure, please have a look at this:'));
    const replies = await chat.say('cancel the lens');
    expect(replies.at(-1)?.template).toBe('recap/cancel_line');
    expect(replies.at(-1)?.text).toContain('$820.00');
    expect((await states())[1]).toBe('backordered');
    const asked = model.requests().length;
    expect((await chat.say('yes'))[0]?.template).toBe('done/cancel_line');
    expect((await states())[1]).toBe('cancelled');
    expect(model.requests()).toHaveLength(asked);
    await shop.sql`update order_lines set state = 'backordered' where id = '1042-2'`;
    await shop.sql`delete from refunds`;
  });

  it('may name a fact instead of saying it, and the shop puts it in', async () => {
    model.replies(
      calls(['get_line_eta', { orderLineId: '1042-2' }]),
      says('Your lens should ship around {likelyOn 1042-2}, or {cautiousOn 1042-2} to be on the safe side.'),
    );
    expect(await textOf(chat.say('when does the lens ship'))).toMatch(/around Fri, Dec 4, or \w+, Dec \d+ to be/);
    model.replies(calls(['get_line_eta', { orderLineId: '1042-2' }]), says('It ships {likelyOn 2001-1}.'));
    expect(await textOf(chat.say('when does the lens ship'))).toContain('50 mm lens will likely ship on Fri, Dec 4');
  });

  it('costs what is written down, and is not asked when that is spent', async () => {
    const spent =
      await shop.sql`select requests, cost_micros > 0 as costs from model_usage where conversation_id = ${chat.id}`;
    expect(spent).toEqual([{ requests: 2, costs: true }]);
    await shop.sql`update model_usage set cost_micros = 1e9 where conversation_id = ${chat.id}`;
    model.replies(says('Hello!'));
    expect(await textOf(chat.say('when does the lens ship'))).toContain('Dec 4');
    expect(model.requests()).toEqual([]);
    await shop.sql`delete from model_usage`;
  });

  it("does not reach another's order, whatever it tries", async () => {
    model.replies(
      calls(['get_order_status', { orderNumber: '2001' }], ['cancel_order', { orderNumber: '2001' }]),
      says('I could not find that order.'),
    );
    expect(await textOf(chat.say('cancel order 2001'))).toBe('I could not find that order.');
    const denied =
      await shop.sql`select tool, allowed from audit where conversation_id = ${chat.id} and input->>'orderNumber' = '2001' order by id`;
    expect(denied).toEqual([
      { tool: 'get_order_status', allowed: false },
      { tool: 'cancel_order', allowed: false },
    ]);
  });

  it('breaks down in the middle: the rules brain answers, and no write happens twice', async () => {
    model.replies(calls(['request_person', { reason: 'asked', summary: 'wants a person' }]), fails(500));
    expect(await textOf(chat.say('I want to talk to a person'))).toContain('our team');
    expect(await shop.sql`select count(*)::int as n from hand_offs where conversation_id = ${chat.id}`).toEqual([
      { n: 1 },
    ]);
  });
});
