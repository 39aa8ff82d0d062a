import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHandOffs } from '../../src/store/hand-offs.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { requestPerson } from '../../src/tools/request-person.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(ANAS_SHOP);
});
afterAll(() => counter.shop.drop());

const ask = (who: ShopperPrincipal, reason: string) =>
  counter.door.call(requestPerson, { reason, summary: 'a word' }, who);
const handOffOf = async ({ conversationId }: ShopperPrincipal) =>
  (await openHandOffs(counter.shop.sql)).find((one) => one.conversationId === conversationId);

describe('a request for a person', () => {
  it('by a stranger is a rep’s, within eight working hours', async () => {
    const who = await counter.stranger();
    await ask(who, 'asked');
    // Monday 10:00 in Los Angeles; the shop closes at 17:00
    expect(await handOffOf(who)).toMatchObject({
      urgency: 'normal',
      rules: ['asked'],
      owner: 'rep',
      priority: 'normal',
      dueAt: expect.stringMatching(/^2026-11-24T18:0[0-5]/),
    });
  });

  it('by a VIP names the rule, and counts their earlier requests in other conversations', async () => {
    const first = await counter.shopper('ana');
    await ask(first, 'asked');
    expect(await handOffOf(first)).toMatchObject({
      rules: ['vip'],
      owner: 'rep',
      dueAt: expect.stringMatching(/^2026-11-23T22:0[0-5]/),
    });
    await ask(await counter.shopper('ana'), 'asked');
    const third = await counter.shopper('ana');
    await ask(third, 'asked');
    expect(await handOffOf(third)).toMatchObject({ rules: ['vip', 'asked-again'], owner: 'lead', priority: 'high' });
  });

  it('becomes urgent, and another’s, when the law comes up; the earlier deadline stays', async () => {
    const who = await counter.stranger();
    await ask(who, 'upset');
    expect(await handOffOf(who)).toMatchObject({
      rules: ['anger'],
      urgency: 'normal',
      dueAt: expect.stringMatching(/^2026-11-23T20:0[0-5]/),
    });
    expect(await ask(who, 'legal')).toMatchObject({ kind: 'already_requested' });
    expect(await handOffOf(who)).toMatchObject({
      rules: ['legal'],
      owner: 'manager',
      priority: 'urgent',
      urgency: 'high',
      dueAt: expect.stringMatching(/^2026-11-23T20:0[0-5]/),
    });
  });

  it('says nothing of a customer whose proof ran out', async () => {
    const who = await counter.shopper('ana');
    const late = { ...who, identity: who.identity && { ...who.identity, until: '2026-11-23T17:00:00Z' as never } };
    await ask(late, 'asked');
    expect(await handOffOf(who)).toMatchObject({ rules: ['asked'], summary: { customerId: null } });
  });
});
