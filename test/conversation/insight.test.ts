import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verdictOf, type WhatHappened } from '../../src/domain/conversations/resolution.js';
import { instant } from '../../src/domain/kernel/dates.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { type Door, openDoor } from '../../src/tools/door.js';
import { getConversationInsight } from '../../src/tools/get-conversation-insight.js';
import { listMisheard } from '../../src/tools/list-misheard.js';
import { reviewMisheard } from '../../src/tools/review-misheard.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

const SYSTEM = { kind: 'system', job: 'test' } as const;
const HELLO = 'Where is order 1042? ana@example.com';
const GIBBERISH = 'florp wibble zant, mail ana@example.com about order 1042';

let shop: TestShop;
let door: Door;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  door = openDoor({ sql: shop.sql, policy: shop.house.policy });
});
afterEach(() => shop.drop());

async function insight() {
  const read = await door.call(getConversationInsight, { days: 60 }, SYSTEM);
  if (read.kind !== 'read') throw new Error(read.kind);
  return read;
}
async function misheard() {
  const listed = await door.call(listMisheard, {}, SYSTEM);
  if (listed.kind !== 'listed') throw new Error(listed.kind);
  return listed.messages;
}

describe('whether a conversation helped', () => {
  it('is not known from silence, and known once what was asked for is done', async () => {
    const chat = shop.chat();
    await chat.say(HELLO);
    expect((await insight()).total).toMatchObject({ conversations: 1, resolved: 0, unresolved: 0, notKnownYet: 1 });
    await chat.say('cancel the lens please');
    await chat.say('yes');
    const { total, days, reasons } = await insight();
    expect(total).toMatchObject({ conversations: 1, messages: 3, resolved: 1, notKnownYet: 0 });
    expect(days).toMatchObject([{ brain: 'rules', resolved: 1 }]);
    expect(reasons).toMatchObject([{ wish: 'order_status' }]);
  });

  it('is denied by a told date that passed, by a wish that comes again, and by a person who was needed', async () => {
    await shop.chat().say(HELLO);
    await setBusinessNow(shop.sql, instant('2026-11-25T18:00:00Z'));
    await shop.chat().say(HELLO);
    const twice = await insight();
    expect(twice.total).toMatchObject({ conversations: 2, unresolved: 1 });
    await shop.chat().say('I want to talk to a human being');
    await setBusinessNow(shop.sql, instant('2027-01-15T18:00:00Z'));
    const { total, handOffCauses } = await insight();
    expect(total).toMatchObject({ unresolved: 3, handOffs: 1 });
    expect(total.wrongDates).toBeGreaterThan(0);
    expect(handOffCauses).toMatchObject([{ conversations: 1 }]);
  });

  it('is what the customer says who is asked once, as they take leave', async () => {
    const chat = shop.chat();
    await chat.say(HELLO);
    expect((await chat.say('bye for now')).map(({ template }) => template)).toEqual(['goodbye', 'rate-this']);
    expect((await chat.say('It did not help'))[0]?.template).toBe('rated-not-helpful');
    expect((await chat.say('bye bye')).map(({ template }) => template)).toEqual(['goodbye']);
    expect((await insight()).total).toMatchObject({ unresolved: 1, ratedNotHelpful: 1, ratedHelpful: 0 });
  });

  it('is never both: what failed is not resolved, whatever else happened', () => {
    const anything: fc.Arbitrary<WhatHappened> = fc.record({
      wasDone: fc.boolean(),
      datesKept: fc.nat(2),
      datesBroken: fc.nat(2),
      handOff: fc.constantFrom('none', 'open', 'solved', 'not_solved'),
      cameBack: fc.boolean(),
      endedInMiss: fc.boolean(),
      helped: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(anything, (what) => {
        const verdict = verdictOf(what);
        const failed = what.cameBack || what.datesBroken > 0 || what.endedInMiss || what.helped === false;
        if (failed) expect(verdict).toBe('unresolved');
        if (verdict === 'resolved') expect(what.wasDone || what.datesKept > 0).toBe(true);
        // a customer's word that it helped is no proof that it did
        expect(verdictOf({ ...what, helped: what.helped ? null : what.helped })).toBe(verdict);
      }),
    );
  });
});

describe('a message that was not understood', () => {
  it('waits for a person without what tells who wrote it, until one has decided', async () => {
    await shop.chat().say(GIBBERISH);
    const [message] = await misheard();
    expect(message?.text).toMatch(/^florp wibble zant, mail \[e-mail\] about order \[order\]$|\[e-mail\].*\[order\]/);
    expect(JSON.stringify(message)).not.toMatch(/ana@|1042/);
    const review = { id: message?.id ?? 0, decision: 'dismissed', detail: 'nonsense' } as const;
    expect(await door.call(reviewMisheard, review, SYSTEM)).toEqual({ kind: 'kept' });
    expect(await door.call(reviewMisheard, review, SYSTEM)).toEqual({ kind: 'decided_before' });
    expect(await misheard()).toEqual([]);
  });
});
