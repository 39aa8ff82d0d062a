import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHandOffs } from '../../../src/store/hand-offs.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeAll(async () => {
  const line = { line: 1, sku: 'HUB-1', item: 'USB hub', price: 30, state: 'backordered' as const };
  shop = await aShop({
    ...ANAS_SHOP,
    customers: [...ANAS_SHOP.customers, { id: 'dan', name: 'Dan Fox', email: 'dan@example.com' }],
    orders: [
      ...(ANAS_SHOP.orders ?? []),
      { number: '7001', customer: 'dan', placed: '-9d', lines: [line] },
      { number: '7002', customer: 'dan', placed: '-3d', lines: [{ ...line, item: 'Desk lamp', sku: 'LAM-1' }] },
      { number: '7003', customer: 'dan', placed: '-1d', lines: [{ ...line, item: 'Microphone', sku: 'MIC-1' }] },
    ],
  });
});
afterAll(() => shop.drop());
beforeEach(() => {
  chat = shop.chat();
});

const talk = (...messages: string[]) => chat.talk(...messages);
const textOf = async (message: string) => (await chat.say(message)).map(({ text }) => text).join('\n');
const handOff = async () =>
  (await openHandOffs(shop.sql)).find(({ conversationId }) => conversationId === chat.id) ?? null;
const untouched = () => shop.sql`
  select (select count(*)::int from refunds) as refunds,
    (select count(*)::int from order_lines where state = 'cancelled') as cancelled`;
const ANA = 'order 1042 ana@example.com';

describe('what is not understood', () => {
  it('goes to a person the second time', async () => {
    expect(await talk('flurb grompf', 'xyzzy plugh')).toEqual([
      'not-understood',
      'still-not-understood+person-requested',
    ]);
    expect(await handOff()).toMatchObject({ urgency: 'normal' });
  });
  it('is forgotten once something was understood', async () => {
    expect(await talk('flurb grompf', 'hello', 'where is my order', 'flurb grompf')).not.toContain(
      'still-not-understood+person-requested',
    );
  });
});

describe('an open question', () => {
  it.each(['never mind', 'no', 'nvm', 'forget it'])('is dropped with "%s"', async (words) => {
    expect(await talk(ANA, 'I want to cancel an item', words)).toEqual([
      'order-status',
      'which-line',
      'nothing-changed',
    ]);
    expect(await talk('the second one')).not.toContain('recap/cancel_line');
  });
  it.each([
    ['where am I in line?', 'queue-position+which-line'],
    ['where is order 1042?', 'order-status+which-line'],
    ['I want to talk to a person', 'person-requested'],
  ])('gives way to, and is put again where the matter is still open: "%s"', async (words, template) => {
    expect(await talk(ANA, 'I want to cancel an item', words)).toEqual(['order-status', 'which-line', template]);
  });
  it.each([
    ['hello', 'ask-identity'],
    ['thank you', 'ask-identity'],
    ['are you a bot?', 'bot-identity+ask-identity'],
    ['this is so annoying', 'sorry+ask-identity'],
  ])('stays open after "%s"', async (words, template) => {
    expect(await talk('where is my order?', words, words, ANA)).toEqual([
      'ask-identity',
      template,
      template,
      'order-status',
    ]);
  });
  it('ends with a goodbye', async () => {
    expect(await talk('where is my order?', 'bye')).toEqual(['ask-identity', 'goodbye+rate-this']);
  });
});

describe('a choice', () => {
  it.each(['the second one', 'camera bag', 'the bag pls', '2nd', 'the last one'])(
    'is made with "%s"',
    async (words) => {
      await talk(ANA, 'I want to cancel an item');
      expect(await textOf(words)).toMatch(/cancel Camera bag in order 1042/);
    },
  );
  it('is made with a button', async () => {
    await talk(ANA, 'I want to cancel an item');
    expect((await chat.press('Camera bag'))[0]?.text).toMatch(/cancel Camera bag/);
    await talk('I want to cancel an item');
    expect((await chat.press('The whole order'))[0]?.template).toBe('recap/cancel_order');
  });
  it('of an item that has gone meanwhile is asked anew, and never taken for the whole order', async () => {
    await talk(ANA, 'I want to cancel an item');
    await shop.sql`update order_lines set state = 'shipped' where id = '1042-3'`;
    await shop.sql`update order_lines set state = 'backordered', backordered_at = now() where id = '1042-1'`;
    expect(await talk('the second one')).toEqual(['which-line']);
    await shop.sql`update order_lines set state = 'allocated' where id = '1042-3'`;
    await shop.sql`update order_lines set state = 'shipped' where id = '1042-1'`;
  });
  it.each([
    ['the first one', '7003'],
    ['7002', '7002'],
    ['the one with the hub', '7001'],
  ])('of an order is made with "%s"', async (words, order) => {
    await talk('hi', '7001 dan@example.com');
    await shop.sql`update conversations set dialogue = '{}' where id = ${chat.id}`;
    expect(await talk('where is my order?')).toEqual(['which-order']);
    expect(await textOf(words)).toContain(`Here is how order ${order} stands.`);
  });
});

describe('"did you mean"', () => {
  /** A message between two wishes, found by asking: the first of these that the brain wants cleared up. */
  async function unclear() {
    for (const words of ['order problem', 'my order, the price', 'lens cost']) {
      const [reply] = await chat.say(words);
      if (reply?.template === 'did-you-mean') return reply;
      chat = shop.chat();
    }
    throw new Error('None of these is unclear any more: find another');
  }
  it('offers two or three wishes and a way out, and takes the one pressed', async () => {
    const { buttons } = await unclear();
    expect(buttons.length).toBeGreaterThanOrEqual(2);
    expect(buttons.at(-1)?.title).toBe('Something else');
    const [answer] = await chat.press(buttons[0]?.title ?? '');
    expect(['not-understood', 'did-you-mean', 'help']).not.toContain(answer?.template);
  });
  it('tells what it can do to who means something else', async () => {
    await unclear();
    expect((await chat.press('Something else'))[0]?.template).toBe('help');
  });
});

describe('words of law or danger', () => {
  it.each([
    ['you will hear from my lawyer', 'legal', 'person-requested'],
    ['the charger caught fire and burned my hand', 'safety', 'emergency+person-requested'],
  ])('bring a person at once: "%s"', async (words, reason, templates) => {
    await chat.say('where is my order?');
    expect(await talk(words)).toEqual([templates]);
    expect(await handOff()).toMatchObject({ reason, urgency: 'high' });
  });
  it('do so even beside a yes, which then confirms nothing', async () => {
    await talk(ANA, 'cancel the lens');
    expect(await talk('yes, and my lawyer will sue you')).toEqual(['person-requested']);
    expect(await untouched()).toEqual([{ refunds: 0, cancelled: 0 }]);
  });
  it('keep of a long message what fits, without half a character', async () => {
    await chat.say(`my lawyer ${'!'.repeat(489)}😀 and so on`);
    expect((await handOff())?.summary.text).toHaveLength(499);
  });
});

describe('changing the address', () => {
  it('goes in one message or step by step', async () => {
    await chat.say(ANA);
    expect(await textOf('send it to 12 Oak Street, Portland, OR 97205 instead')).toMatch(
      /\(50 mm lens and Camera bag\) to this address\?\nAna Silva, 12 Oak Street, Portland, OR 97205$/,
    );
    expect(await talk('I need to change the address')).toEqual(['ask-address']);
    expect(await textOf('9 Bay Street, Apt 4, Houston, TX 77002')).toMatch(/9 Bay Street, Apt 4, Houston, TX 77002$/);
    expect(await textOf('yes')).toMatch(/goes to Ana Silva, 9 Bay Street, Apt 4, Houston, TX 77002\.$/);
  });
  it('asks again for what is no address, then for a person', async () => {
    await talk(ANA, 'change the address please');
    expect(await talk('somewhere nice', 'near the sea')).toEqual([
      'ask-address',
      'still-not-understood+person-requested',
    ]);
  });
});

describe('anger', () => {
  it('is heard once, as strongly as it was said, before the answer', async () => {
    expect(await textOf(`this is ridiculous, where is ${ANA}`)).toMatch(/^I can see how frustrating this is/);
    expect(await textOf('still waiting, when does the lens ship?')).not.toMatch(/frustrating/);
  });

  it('is no beginning of an answer that speaks of it', async () => {
    expect((await talk('your service is terrible'))[0]).not.toContain('i-understand');
  });
});

describe('small talk needs no order', () => {
  it.each([
    ['hi', 'hello-again'],
    ['thanks a lot', 'welcome'],
    ['goodbye', 'goodbye+rate-this'],
    ['are you a real person?', 'bot-identity'],
  ])('"%s"', async (words, template) => {
    expect(await talk(words)).toEqual([template]);
  });
});
