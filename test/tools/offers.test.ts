import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProposalId } from '../../src/domain/kernel/ids.js';
import { loadDeskRules } from '../../src/knowledge/desk-rules.js';
import { connect } from '../../src/store/connect.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { openDoor } from '../../src/tools/door.js';
import { getOffer } from '../../src/tools/get-offer.js';
import { giveOffer } from '../../src/tools/give-offer.js';
import { grantOffer } from '../../src/tools/grant-offer.js';
import type { Principal, ShopperPrincipal } from '../../src/tools/principal.js';
import { type Counter, lateOrders } from './counter.js';

const REP: Principal = { kind: 'rep', staffId: 'ray' };

let counter: Counter;
let customer: ShopperPrincipal;
let next = 0;
let order = '';
beforeAll(async () => {
  counter = await lateOrders(24);
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  next += 1;
  order = `7${String(next).padStart(3, '0')}`;
  customer = await counter.shopper(`c${next}`);
});

async function proposed(who = customer, number = order): Promise<ProposalId> {
  expect(await counter.door.call(grantOffer, { orderNumber: number }, who)).toMatchObject({ kind: 'proposed' });
  const [row] = await counter.shop
    .sql`select id from proposals where conversation_id = ${who.conversationId} and state = 'live'`;
  return ProposalId.parse(row?.id);
}
const offers = (number = order) =>
  counter.shop.sql`select kind, state, authority from offers where order_number = ${number}`;

describe('get_offer', () => {
  it('tells a shopper the first offer and the limit, nothing of cost or margin', async () => {
    const offer = await counter.door.call(getOffer, { orderNumber: order }, customer);
    // more than 14 days late earns 8 % of $200; the bot may give 10 %
    expect(offer).toMatchObject({
      kind: 'offered',
      offer: 'points',
      offerAmount: { cents: 1_600 },
      policyLimit: { cents: 2_000 },
      policyLimitPercent: 10,
    });
    expect(JSON.stringify(offer)).not.toMatch(/cost|margin|budget/i);
  });

  it('tells staff cost, limits and the facts; tells others nothing', async () => {
    expect(await counter.door.call(getOffer, { orderNumber: order }, REP)).toMatchObject({
      staff: {
        limits: [{ rule: 'earned', cents: 1_600 }, { rule: 'role_percent', cents: 3_000 }, {}],
        situation: { slips: 0 },
      },
    });
    expect(await counter.door.call(getOffer, { orderNumber: order }, await counter.shopper('c24'))).toEqual({
      kind: 'denied',
    });
  });

  it("keeps to a shop's own limits", async () => {
    const rules = loadDeskRules({ incentives: { bot: { maxPercent: 3 } } });
    const door = openDoor({ sql: counter.shop.sql, policy: counter.shop.house.policy, rules });
    expect(await door.call(getOffer, { orderNumber: order }, customer)).toMatchObject({
      offerAmount: { cents: 600 },
      policyLimitPercent: 3,
    });
  });
});

describe('grant_offer', () => {
  it('gives nothing before the yes; then books the points and takes the cost from both budgets', async () => {
    const id = await proposed();
    expect(await offers()).toEqual([]);
    expect(await counter.door.confirm(id, customer)).toMatchObject({
      kind: 'done',
      output: { kind: 'granted', offerState: 'granted' },
    });
    const { sql } = counter.shop;
    expect(await offers()).toEqual([{ kind: 'points', state: 'granted', authority: 'bot' }]);
    expect(await sql`select points from loyalty_entries where customer_id = ${`c${next}`}`).toEqual([
      { points: 1_600 },
    ]);
    const entries = await sql`
      select e.cents from offer_budget_entries e join offers o on o.id = e.offer_id where o.order_number = ${order}`;
    expect(entries).toEqual([{ cents: 800 }, { cents: 800 }]);
    await expect(sql`delete from loyalty_entries`).rejects.toThrow('append-only');
  });

  it('gives one only for an order: no stacking, by whatever way', async () => {
    await counter.door.confirm(await proposed(), customer);
    expect(await counter.door.call(grantOffer, { orderNumber: order }, customer)).toMatchObject({
      kind: 'none',
      because: 'already_has_offer',
    });
    const more = { orderNumber: order, offer: 'credit', worth: { cents: 1_000 } };
    expect(await counter.door.call(giveOffer, more, REP)).toEqual({ kind: 'refused', because: 'already_has_offer' });
  });

  it('leaves a refund that is owed as it is', async () => {
    await counter.door.confirm(await proposed(), customer);
    const outcome = await counter.door.call(cancelLine, { orderLineId: `${order}-1` }, customer);
    expect(outcome).toMatchObject({ kind: 'proposed', recap: { refundAmount: { cents: 20_000 } } });
  });
});

describe('give_offer', () => {
  const give = (worth: { cents: number } | { percent: number }, who: Principal, key?: string) =>
    counter.door.call(
      giveOffer,
      { orderNumber: order, offer: 'discount', worth },
      who,
      key === undefined ? {} : { key },
    );

  it('grants within the authority, with a one-time code that is only requested', async () => {
    expect(await give({ percent: 15 }, REP)).toMatchObject({
      kind: 'granted',
      offerState: 'requested',
      faceCents: 3_000,
    });
    const codes = await counter.shop.sql`
      select c.code, c.state, c.receipt from offer_codes c join offers o on o.id = c.offer_id where o.order_number = ${order}`;
    expect(codes).toEqual([
      { code: expect.stringMatching(/^WAIT(-[A-Z2-9]{4}){3}$/), state: 'requested', receipt: null },
    ]);
  });

  it('above it names who may, and stores nothing', async () => {
    expect(await give({ percent: 16 }, REP)).toMatchObject({ kind: 'needs_approval', by: 'lead', faceCents: 3_200 });
    expect(await offers()).toEqual([]);
  });

  it('under one key answers the same again and gives once', async () => {
    const first = await give({ cents: 1_000 }, REP, 'card:1');
    expect(await give({ cents: 1_000 }, REP, 'card:1')).toEqual(first);
    expect(await offers()).toHaveLength(1);
  });

  it('is not for shoppers', async () => {
    expect(await give({ cents: 100 }, customer)).toEqual({ kind: 'denied' });
  });
});

describe('free express', () => {
  it.each([
    [true, 'granted'],
    [false, 'refused'],
  ])('a shop system that could send it so is there: %s, so it is %s', async (connected, outcome) => {
    const { sql, house } = counter.shop;
    const door = openDoor({ sql, policy: house.policy, rules: house.rules, shop: { connected } });
    const read = await door.call(getOffer, { orderNumber: order }, REP);
    expect(JSON.stringify(read).includes('free_express')).toBe(connected);
    const given = await door.call(
      giveOffer,
      { orderNumber: order, offer: 'free_express', worth: { cents: 1_500 } },
      REP,
    );
    expect(given.kind).toBe(outcome);
    expect(await offers()).toHaveLength(connected ? 1 : 0);
  });
});

describe('the budget', () => {
  it('is not overdrawn by many at once, each on a connection of its own', async () => {
    const rules = loadDeskRules({ incentives: { budget: { perDay: 1_000, perCampaign: 25, campaign: 'race' } } });
    const { policy } = counter.shop.house;
    const pools = [1, 2, 3, 4, 5, 6].map(() => connect({ url: counter.shop.url, max: 1, name: 'another' }));
    // credit of $10 costs $9: two fit into $25
    const outcomes = await Promise.all(
      pools.map((sql, n) =>
        openDoor({ sql, policy, rules }).call(
          giveOffer,
          { orderNumber: `70${19 + n}`, offer: 'credit', worth: { cents: 1_000 } },
          REP,
        ),
      ),
    );
    await Promise.all(pools.map((sql) => sql.end()));
    expect(outcomes.map((one) => ('because' in one ? one.because : one.kind)).sort()).toEqual([
      'granted',
      'granted',
      'no_budget',
      'no_budget',
      'no_budget',
      'no_budget',
    ]);
    const [budget] = await counter.shop
      .sql`select spent_cents as spent from offer_budgets where name = 'campaign:race'`;
    expect(budget).toEqual({ spent: 1_800 });
    await expect(counter.shop.sql`update offer_budgets set spent_cents = limit_cents + 1`).rejects.toThrow(
      'never_overdrawn',
    );
  });
});

describe('in the chat', () => {
  it('a threat gets the policy offer and its limit, a yes gets it once, and a second try a kind no', async () => {
    const chat = counter.shop.chat();
    await chat.say(`${order}, c${next}@example.com`);
    const [recap] = await chat.say('I want a discount for the delay');
    expect(recap).toMatchObject({ template: 'recap/grant_offer' });
    expect(recap?.text).toContain('1,600 loyalty points, worth $16.00');
    expect(recap?.text).toContain('More than $20.00 (10%) is not mine to give');
    const [done] = await chat.press('Yes, I would like that');
    expect(done?.text).toContain('1,600 points are on your account');
    expect((await chat.say('I want a discount for the delay'))[0]?.template).toBe('offer-already');
  });
});
