import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant, localDate } from '../../src/domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../../src/domain/kernel/ids.js';
import { addDelayRecord } from '../../src/store/delay-records.js';
import { checkReplyText } from '../../src/tools/check-reply-text.js';
import { draftReply } from '../../src/tools/draft-reply.js';
import { findSop } from '../../src/tools/find-sop.js';
import { getOrderCase } from '../../src/tools/get-order-case.js';
import { giveOffer } from '../../src/tools/give-offer.js';
import type { Principal } from '../../src/tools/principal.js';
import { requestPerson } from '../../src/tools/request-person.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

const rep: Principal = { kind: 'rep', staffId: 'U01REP' };
const [anas] = ANAS_SHOP.orders ?? [];
const lens = { line: 1, sku: 'LEN-50', item: '50 mm lens', price: 820, state: 'backordered' as const };
/** Ana's order, one of Ben's, two of Cleo's: one nobody can date, one cancelled by the rule; one of Ana's to be put off. */
const SHOP = {
  ...ANAS_SHOP,
  customers: [...ANAS_SHOP.customers, { id: 'cleo', name: 'Cleo Marsh', email: 'cleo@example.com' }],
  orders: [
    anas!,
    { number: '2001', customer: 'ben', placed: '-20d', statedShipBy: '-2d', lines: [lens] },
    {
      number: '2002',
      customer: 'cleo',
      placed: '-3d',
      statedShipBy: '+20d',
      lines: [{ ...lens, sku: 'HEAD-1', item: 'Fluid head' }],
    },
    { number: '2003', customer: 'cleo', placed: '-40d', lines: [{ ...lens, item: 'Desk microphone', price: 149 }] },
    { number: '2004', customer: 'ana', placed: '-20d', statedShipBy: '+4d', lines: [lens] },
  ],
};

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(SHOP);
});
afterAll(() => counter.shop.drop());

const number = (text: string) => OrderNumber.parse(text);
const caseOf = async (order: string) => {
  const found = await counter.door.call(getOrderCase, { orderNumber: number(order) }, rep);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found;
};
const draft = async (order: string, input: { replyKind?: string; customerWords?: string } = {}) => {
  const drafted = await counter.door.call(draftReply, { orderNumber: number(order), ...input }, rep);
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  return drafted;
};

describe("an order's case", () => {
  it('has each line with its dates, its place and how it stands, and the customer without their addresses', async () => {
    const found = await caseOf('1042');
    expect(found.lines.map(({ lineState, eta }) => [lineState, eta?.kind ?? null])).toEqual([
      ['shipped', null],
      ['backordered', 'estimated'],
      ['allocated', null],
    ]);
    expect(found.lines[1]).toMatchObject({
      queue: { queuePosition: expect.any(Number), queueReasons: expect.arrayContaining(['wait']) },
      told: [{ shipBy: '2026-11-25', how: 'order' }],
      delay: { delayState: 'in_time' },
    });
    expect(found.customer).toMatchObject({ name: 'Ana Silva', tier: 'vip', waitingOrders: 2 });
    expect(found.reach).toEqual([{ channel: 'email' }]);
    expect(JSON.stringify(found)).not.toMatch(/ana@example\.com|5035550101/);
    expect(found.duties[0]).toMatchObject({ kind: 'ship_or_offer', legalBy: '2026-11-25' });
  });

  it('tells the step that applies, with the section, its version and the reasons', async () => {
    expect((await caseOf('1042')).step).toMatchObject({
      step: 'vip-late',
      citation: 'vip-customers#know-the-history-before-you-write',
      owner: 'Lena Fuchs',
      reasons: [
        { fact: 'tier', is: 'vip' },
        { fact: 'willMiss', is: 'true' },
      ],
    });
  });

  it('has the open request and what was told in the chat, and is heard by its tone', async () => {
    const chat = counter.shop.chat();
    await chat.say('2001, ben@example.com');
    await chat.say('where is my lens');
    const told = await caseOf('2001');
    expect(told.promises.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['refundAmount', 'refundBy']));
    expect(told.reach[0]).toMatchObject({ channel: 'chat', conversationId: chat.id, withPerson: false });
    const who = { ...(await counter.shopper('ben')), conversationId: chat.id };
    await counter.door.call(requestPerson, { reason: 'legal', summary: 'speaks of his lawyer' }, who);
    expect(await caseOf('2001')).toMatchObject({
      handOff: { reason: 'legal', owner: 'manager', summary: 'speaks of his lawyer' },
      step: { step: 'legal-words' },
    });
  });

  it('is nobody but staff’s', async () => {
    const ana = await counter.shopper('ana');
    const orderNumber = number('1042');
    expect(await counter.door.call(getOrderCase, { orderNumber }, ana)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(draftReply, { orderNumber }, ana)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(checkReplyText, { orderNumber, text: 'x' }, ana)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(findSop, { words: 'refund' }, ana)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(getOrderCase, { orderNumber: number('9999') }, rep)).toEqual({ kind: 'not_found' });
  });
});

describe('a draft', () => {
  it('says both dates, names the section, and tells on which facts it rests', async () => {
    const { text, step, told, findings } = await draft('1042');
    expect(text).toMatch(/^Hi Ana,\n\nI am looking after order 1042 myself/);
    expect(text).toMatch(/50 mm lens will likely ship on \w+, \w+ \d+/);
    expect(text).toContain('your money goes back to Visa ending 4417');
    expect(step).toMatchObject({ sop: 'vip-customers', version: expect.any(Number), reviewed: expect.any(String) });
    expect(told.map(({ fact }) => fact)).toEqual(['likelyOn', 'arrivesLikelyOn', 'arrivesCautiousOn']);
    expect(findings).toEqual([]);
  });

  it('gives no date where there is none, and tells a cancellation by the rule with its refund', async () => {
    expect((await draft('2002')).text).toContain('no new delivery of it is on its way to us right now');
    const cancelled = await draft('2003');
    expect(cancelled.step.citation).toBe('cancellations#when-the-rule-cancelled-it');
    expect(cancelled.text).toContain('did not ship in time, so it counts as cancelled');
    expect(cancelled.text).toContain('$149.00');
  });

  it('answers words of anger and of the law that came by telephone', async () => {
    expect((await draft('2002', { customerWords: 'this is RIDICULOUS, you liars!!!' })).step.step).toBe('anger');
    expect((await draft('2002', { customerWords: 'my lawyer will hear of this' })).step.step).toBe('legal-words');
  });

  it('of a VIP whose date moves a second time tells the earlier dates and the offer that was given', async () => {
    const orderLineId = OrderLineId.parse('2004-1');
    await counter.shop.sql.begin((tx) =>
      addDelayRecord(tx, {
        kind: 'notice_sent',
        noticeId: 'n1',
        textRef: 'outbox 1',
        revisedShipBy: localDate('2026-11-29'),
        reason: null,
        offersCancel: true,
        answerIsFree: true,
        deliveries: [{ channel: 'email', result: 'accepted' }],
        orderLineId,
        at: instant('2026-11-20T18:00:00Z'),
        source: 'test',
      }),
    );
    const given = await counter.door.call(
      giveOffer,
      { orderNumber: number('2004'), offer: 'points', worth: { percent: 3 } },
      rep,
    );
    expect(given).toMatchObject({ kind: 'granted' });
    const { text, step, findings, replyKinds } = await draft('2004');
    expect(step.step).toBe('vip-second-slip');
    expect(text).toContain('For 50 mm lens we told you Fri, Nov 27, then Sun, Nov 29.');
    expect(text).toContain('2,460 loyalty points, worth $24.60');
    expect(findings).toEqual([]);
    expect(replyKinds).toContain('offer');
  });

  it('is refused for a kind that would say what is not so, with what it lacks', async () => {
    const refused = await counter.door.call(draftReply, { orderNumber: number('2002'), replyKind: 'vip' }, rep);
    expect(refused).toMatchObject({ kind: 'does_not_apply', asked: 'vip', lacks: expect.arrayContaining([]) });
    expect(refused.kind === 'does_not_apply' && refused.lacks[0]).toMatchObject({ fact: 'tier', is: 'standard' });
  });

  it('changes nothing', async () => {
    const rows = await counter.shop.sql`select count(*)::int as n from outbox`;
    await draft('1042');
    expect(await counter.shop.sql`select count(*)::int as n from outbox`).toEqual(rows);
  });
});

describe('an edited reply', () => {
  const check = (text: string, customerWords?: string) =>
    counter.door.call(
      checkReplyText,
      { orderNumber: number('1042'), text, ...(customerWords && { customerWords }) },
      rep,
    );

  it('is clean while it says what the case bears', async () => {
    const { text } = await draft('1042');
    expect(await check(`${text}\n\nP.S. I have put a note on it for the warehouse.`)).toMatchObject({ kind: 'clean' });
  });

  it('is stopped by a promise, a day or an amount that no fact bears, each with what to say instead', async () => {
    const checked = await check('It is guaranteed to ship on Saturday, and I have added $75 for you.');
    expect(checked).toMatchObject({ kind: 'stopped' });
    expect(checked.kind === 'stopped' && checked.findings.map(({ rule, words }) => [rule, words])).toEqual([
      ['guarantee', 'guaranteed'],
      ['unborne-date', 'on Saturday'],
      ['unborne-amount', '$75'],
    ]);
  });

  it('may repeat a number the customer wrote, and no figure that is ours alone', async () => {
    expect(await check('You wrote of invoice 7781.')).toMatchObject({ kind: 'stopped' });
    expect(await check('You wrote of invoice 7781.', 'see invoice 7781')).toMatchObject({ kind: 'clean' });
    const found = await caseOf('1042');
    const worth = (found.customer.waitingValue.cents / 100).toFixed(2);
    expect(await check(`Together that is $${worth}.`)).toMatchObject({ kind: 'stopped' });
  });

  it('leaves nothing of its words in the audit', async () => {
    await check('A secret sentence.');
    const [row] = await counter.shop
      .sql`select input from audit where tool = 'check_reply_text' order by id desc limit 1`;
    expect(row?.input).toEqual({ orderNumber: '1042' });
  });
});

describe('find_sop', () => {
  it('gives the section with what it takes to cite it, by words and by citation', async () => {
    const found = await counter.door.call(findSop, { words: 'lost promise' }, rep);
    expect(found).toMatchObject({ kind: 'found', sop: 'lost-promises', version: 3, owner: 'Lena Fuchs' });
    const cited = await counter.door.call(findSop, { words: 'refunds#what-never-to-say' }, rep);
    expect(cited).toMatchObject({ kind: 'found', heading: 'What never to say', score: 1 });
  });

  it('abstains with the nearest titles', async () => {
    const found = await counter.door.call(findSop, { words: 'who won the football game' }, rep);
    expect(found).toMatchObject({ kind: 'abstained', nearest: [{ title: expect.any(String) }, {}, {}] });
  });
});
