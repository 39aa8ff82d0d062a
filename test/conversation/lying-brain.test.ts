import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Brain, BrainTurn, Toolbelt } from '../../src/brains/brain.js';
import { furnish } from '../../src/desk.js';
import { OrderLineId, OrderNumber } from '../../src/domain/kernel/ids.js';
import { getLineEta } from '../../src/tools/get-line-eta.js';
import { getOrderStatus } from '../../src/tools/get-order-status.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

/** A model that looks everything up as it should, and then says what the test tells it to. */
class ScriptedBrain implements Brain {
  readonly name = 'llm';
  says: readonly string[] = [];
  readonly complaints: (readonly string[])[] = [];

  async answer(turn: BrainTurn, tools: Toolbelt): Promise<Answer> {
    if (this.says.length === 0) throw new Error('The model is away');
    await tools.call(getOrderStatus, { orderNumber: OrderNumber.parse('1042') });
    await tools.call(getLineEta, { orderLineId: OrderLineId.parse('1042-2') });
    this.complaints.push(turn.complaints);
    const text = this.says[this.complaints.length - 1] ?? this.says.at(-1) ?? '';
    return { says: [{ kind: 'text', text }], dialogue: turn.dialogue };
  }
}

let shop: TestShop;
let brain: ScriptedBrain;
let chat: Chat;
beforeAll(async () => {
  brain = new ScriptedBrain();
  const { turn } = await furnish({ llm: null });
  shop = await aShop(ANAS_SHOP, [brain, ...turn.brains]);
});
afterAll(() => shop.drop());
beforeEach(async () => {
  brain.says = [];
  chat = shop.chat();
  await chat.say('order 1042, ana@example.com');
  brain.complaints.length = 0;
});

const RULES_ANSWER = expect.stringContaining('Here is how order 1042 stands.');

describe('a brain that makes something up', () => {
  it.each([
    ['a date', 'Your 50 mm lens ships Fri, Dec 25.'],
    ['a weekday', 'Your 50 mm lens ships on Wednesday.'],
    ['a week', 'Your 50 mm lens ships in five weeks.'],
    ['an amount', 'Your 50 mm lens cost $820.01.'],
    ['another order', 'I see your order 2001 as well.'],
    ['a tracking number', 'Your 50 mm lens left with UPS, tracking number 1Z999AA10123456785.'],
    ['a percentage', 'Sorry! Take 10% off.'],
    ['a code', 'Sorry! Take something off with code SORRYANA.'],
    ['a deed', "I've cancelled the lens for you."],
    ['the date of another item', 'Your Camera bag will likely ship Fri, Dec 4.'],
    ['a refund of the price', 'We owe you a refund of $820.00.'],
    ['a promise', 'Your 50 mm lens will definitely ship.'],
  ])('of %s is refused twice and told why; then the rules brain answers', async (_what, lie) => {
    brain.says = [lie];
    const [reply] = await chat.say('where is my order?');
    expect(reply?.text).toEqual(RULES_ANSWER);
    const [first, second] = brain.complaints;
    expect(first).toEqual([]);
    expect(second).not.toEqual([]);
  });

  it('is heard on its second try when that one is true', async () => {
    brain.says = ['It ships Fri, Dec 25.', 'The tripod left with UPS, tracking number 1Z999AA10123456784.'];
    const replies = await chat.say('where is my order?');
    expect(replies.map(({ text }) => text)).toEqual([brain.says[1]]);
  });

  it('leaves nothing of the lie in the transcript, and nothing in the ledger', async () => {
    brain.says = ['It ships Fri, Dec 25, and you get $50 back.'];
    await chat.say('where is my order?');
    const kept = await shop.sql`
      select (select count(*)::int from messages where conversation_id = ${chat.id} and body->>'text' ~ 'Dec 25|\\$50') as said,
        (select count(*)::int from promises where conversation_id = ${chat.id} and said->>'text' ~ 'Dec 25|50') as promised`;
    expect(kept).toEqual([{ said: 0, promised: 0 }]);
  });

  it('may repeat a number of the shopper, but neither day nor amount', async () => {
    brain.says = ['I cannot see order 7788.'];
    expect((await chat.say('what of order 7788?'))[0]?.text).toBe(brain.says[0]);
    brain.says = ['Yes, by Friday, and $50 back.'];
    expect((await chat.say('by friday, with $50 back?'))[0]?.text).not.toContain('Friday');
  });
});

describe('a brain that fails', () => {
  it('is followed by the rules brain, once', async () => {
    const replies = await chat.say('where is my order?');
    expect(replies.map(({ text }) => text)).toEqual([RULES_ANSWER]);
  });
});

describe('the promise ledger', () => {
  it('keeps what was told in which message, to whom, about which line, and on which fact it rests', async () => {
    brain.says = ['The tripod has tracking number 1Z999AA10123456784; the lens was $820.00.'];
    await chat.say('where is my order?');
    const told = await shop.sql`
      select p.kind, p.customer_id as customer, p.order_line_id as line, p.said, p.basis->>'tool' as tool
      from promises p join messages m on m.id = p.message_id
      where p.conversation_id = ${chat.id} and m.body->>'text' = ${brain.says[0] ?? ''} order by p.id`;
    expect(told).toEqual([
      {
        kind: 'amount',
        customer: 'ana',
        line: '1042-2',
        said: { fact: 'unitPrice', text: '$820.00', value: { cents: 82_000, currency: 'USD' } },
        tool: 'get_order_status',
      },
      {
        kind: 'code',
        customer: 'ana',
        line: '1042-1',
        said: { fact: 'tracking', text: '1Z999AA10123456784', value: '1Z999AA10123456784' },
        tool: 'get_order_status',
      },
    ]);
  });
});
