import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, localDate } from '../../src/domain/kernel/dates.js';
import { OrderLineId } from '../../src/domain/kernel/ids.js';
import { addDelayRecord, type KeptFact } from '../../src/store/delay-records.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

let shop: TestShop;
let chat: Chat;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  chat = shop.chat();
  await chat.say('Where is order 1042? ana@example.com');
});
afterEach(() => shop.drop());

const LENS = OrderLineId.parse('1042-2');
const note = (fact: KeptFact, at: string) =>
  shop.sql.begin((tx) => addDelayRecord(tx, { ...fact, orderLineId: LENS, at: instant(at), source: 'test' }));
const sendNotice = (revisedShipBy: string | null) =>
  note(
    {
      kind: 'notice_sent',
      noticeId: 'n1',
      textRef: 'outbox 1',
      revisedShipBy: revisedShipBy === null ? null : localDate(revisedShipBy),
      reason: 'the maker is late',
      offersCancel: true,
      answerIsFree: true,
      deliveries: [{ channel: 'email', result: 'accepted' }],
    },
    '2026-11-21T18:00:00Z',
  );
const answers = () =>
  shop.sql`select payload from delay_records where order_line_id = ${LENS} and kind = 'answer'`.then((rows) =>
    rows.map(({ payload }) => payload),
  );

describe('"I\'ll wait"', () => {
  it('answers the notice that waits, once, with its date and the right to cancel', async () => {
    await sendNotice('2026-12-10');
    const [reply] = await chat.say("that's fine, I'll keep waiting");
    expect(reply?.template).toBe('delay-choice-kept');
    expect(reply?.text).toContain('50 mm lens');
    expect(reply?.text).toContain('Dec 10');
    expect(await answers()).toEqual([{ choice: 'consent', noticeId: 'n1', channel: 'chat' }]);
    expect((await chat.say("I'll keep waiting"))[0]?.template).toBe('keep-waiting');
    expect(await answers()).toHaveLength(1);
  });

  it('tells of no date where the notice had none', async () => {
    await sendNotice(null);
    expect((await chat.say("I'll keep waiting for the lens"))[0]?.text).toContain('no new ship date');
  });

  it('is no consent to anything while no notice waits: the order just keeps its place', async () => {
    const [reply] = await chat.say("that's fine, I'll keep waiting");
    expect(reply?.template).toBe('keep-waiting');
    expect(reply?.text).toContain('place in line');
    expect(await answers()).toEqual([]);
  });

  it('says that it is too late once the line counts as cancelled, and by when the refund is sent', async () => {
    await shop.sql`update business_clock set time_offset = time_offset + interval '5 days'`;
    await chat.say('where is order 1042? ana@example.com');
    const [reply] = await chat.say("I'll keep waiting for the lens");
    expect(reply?.template).toBe('cancelled-by-rule');
    expect(reply?.text).toContain('Nov 26');
    expect(reply?.text).toContain('Visa ending 4417');
    expect(await answers()).toEqual([]);
  });

  it('asks a stranger who they are first', async () => {
    expect((await shop.chat().say("I'll keep waiting"))[0]?.template).toBe('ask-identity');
  });
});
