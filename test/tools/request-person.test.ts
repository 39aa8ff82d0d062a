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
  counter.door.call(requestPerson, { reason, summary: `because ${reason}` }, who);
const openFor = async ({ conversationId }: ShopperPrincipal) =>
  (await openHandOffs(counter.shop.sql)).filter((handOff) => handOff.conversationId === conversationId);

const HOURS = { days: 'Monday to Friday', opens: '09:00', closes: '17:00', zone: 'America/Los_Angeles' };

describe('asking for a person', () => {
  it('opens one request a conversation, and tells the hours each time', async () => {
    const ana = await counter.shopper('ana');
    expect(await ask(ana, 'asked')).toEqual({ kind: 'requested', ...HOURS });
    expect(await ask(ana, 'upset')).toEqual({ kind: 'already_requested', ...HOURS });
    expect(await openFor(ana)).toMatchObject([
      { reason: 'asked', urgency: 'normal', summary: { text: 'because asked', customerId: 'ana' } },
    ]);
  });

  it('is open to strangers', async () => {
    const stranger = await counter.stranger();
    expect(await ask(stranger, 'not_understood')).toMatchObject({ kind: 'requested' });
    expect(await openFor(stranger)).toMatchObject([{ summary: { customerId: null } }]);
  });

  it.each(['legal', 'safety'])('is urgent for a %s matter, and such come first', async (reason) => {
    const who = await counter.stranger();
    await ask(who, reason);
    expect(await openFor(who)).toMatchObject([{ reason, urgency: 'high' }]);
    expect((await openHandOffs(counter.shop.sql))[0]).toMatchObject({ urgency: 'high' });
  });

  it('makes an ordinary request urgent when danger or the law comes up later, and never the other way round', async () => {
    const who = await counter.stranger();
    await ask(who, 'asked');
    expect(await ask(who, 'safety')).toMatchObject({ kind: 'already_requested' });
    await ask(who, 'asked');
    expect(await openFor(who)).toMatchObject([{ reason: 'safety', urgency: 'high' }]);
  });

  it('can be asked again once a person has closed the first request', async () => {
    const who = await counter.stranger();
    await ask(who, 'asked');
    await counter.shop.sql`
      update hand_offs set state = 'closed', closed_at = now() where conversation_id = ${who.conversationId}`;
    expect(await ask(who, 'asked')).toMatchObject({ kind: 'requested' });
  });
});
