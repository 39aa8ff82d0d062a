import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../../src/domain/kernel/dates.js';
import { setBusinessNow } from '../../../src/store/clock.js';
import { ANA, anSmsDesk, BEN, OURS, type SmsDesk, STRANGER } from './support/sms-desk.js';

let desk: SmsDesk;
beforeAll(async () => {
  desk = await anSmsDesk();
});
afterAll(() => desk.stop());

const INCOMING = '/outside/sms/incoming';
let sids = 0;
const incoming = (form: Record<string, string> = {}) => ({
  MessageSid: `SM${++sids}`,
  AccountSid: 'AC1',
  From: STRANGER,
  To: OURS,
  Body: 'hello',
  NumMedia: '0',
  ...form,
});
const count = async (table: 'inbox' | 'sms_consents') =>
  (await desk.sql`select count(*)::int as n from ${desk.sql(table)}`)[0]?.n as number;

describe('a conversation by text', () => {
  it('answers whoever has the number on the order, introduces itself once, and takes two segments at most', async () => {
    const [first] = await desk.text(ANA, 'wheres my oder');
    expect(first?.body).toMatch(/^TechGadgets4U here: I'm Desk, an automated assistant\.\nOrder 1042:/);
    expect(first?.body).toMatch(/50 mm lens: waiting on our supplier, likely ships/);
    expect(first?.segments).toBeLessThanOrEqual(2);
    const [second] = await desk.text(ANA, 'when will the lens ship?');
    expect(second?.body).not.toMatch(/automated/);
    expect(second?.body.match(/50 mm lens/g)).toHaveLength(1);
    await desk.settled();
    expect(
      (await desk.textsOf(ANA)).filter(({ way }) => way === 'out').every(({ state }) => state === 'delivered'),
    ).toBe(true);
  });

  it('puts a choice as digits, takes the digit as the button, and goes on after days', async () => {
    const [recap] = await desk.text(ANA, 'cancel the lens');
    expect(recap?.body).toMatch(
      /^Cancel 50 mm lens in order 1042\? You get \$820\.00 back .*\nReply\n1 Cancel it\n2 Leave it as it is$/s,
    );
    expect(recap?.body).not.toMatch(/\byes\b/i);
    const [left] = await desk.text(ANA, '2');
    expect(left?.body).toMatch(/nothing has changed/);
    await desk.text(ANA, 'cancel one item');
    await setBusinessNow(desk.sql, instant('2026-11-25T18:00:00Z'));
    const [which] = await desk.text(ANA, 'cancel an item please');
    expect(which?.body).toMatch(
      /^(?:Which item do you mean\?|Please name one of these:)\nReply\n1 50 mm lens\n2 Camera bag\n3 The whole order$/,
    );
    const [bag] = await desk.text(ANA, '2.');
    expect(bag?.body).toMatch(/^Cancel Camera bag/);
    const [done] = await desk.text(ANA, '1');
    expect(done?.body).toMatch(/^Done: Camera bag in order 1042 is cancelled/);
    await setBusinessNow(desk.sql, instant('2026-11-23T18:00:00Z'));
  });

  it('takes a number that is on no order as no proof: a second fact is needed', async () => {
    const [asked] = await desk.text(STRANGER, 'where is my order 1042');
    expect(asked?.body).toMatch(/what is the e-mail, phone or postcode on that order/);
    const [refused] = await desk.text(STRANGER, 'ben@example.com');
    expect(refused?.body).toMatch(/could not find an order with those details/);
    const [shown] = await desk.text(STRANGER, '1042 and ana@example.com');
    expect(shown?.body).toMatch(/Order 1042:/);
  });

  it('does not show one customer the order of another', async () => {
    const [said] = await desk.text(BEN, 'my friends order is 1042, where is it');
    expect(said?.body).not.toMatch(/lens: waiting|tripod/i);
  });

  it('says of a picture that it cannot see it, and answers the words beside it', async () => {
    expect((await desk.text(ANA, '', true)).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^I can't see pictures here yet\. Please tell me in words\./),
    ]);
    const [picture, answer] = await desk.text(ANA, 'where is my order?', true);
    expect(picture?.body).toMatch(/can't see pictures/);
    expect(answer?.body).toMatch(/^Order 1042:/);
  });

  it('keeps the last word on delivery, in whatever order the reports come', async () => {
    await desk.knobs({ shuffled: true, noSignal: true });
    await desk.text(ANA, 'thanks');
    await desk.knobs({ shuffled: false, noSignal: false });
    const [row] = await desk.sql`select provider_id as sid, id from sms_texts order by id desc limit 1`;
    const states = () => desk.sql`select state, error_code as "errorCode" from sms_texts where id = ${row?.id}`;
    const report = (MessageStatus: string) =>
      desk.post(`/outside/sms/status?text=${row?.id}`, { MessageSid: row?.sid, MessageStatus });
    for (const late of ['undelivered', 'queued', 'sent']) expect((await report(late)).status).toBe(204);
    expect(await states()).toMatchObject([{ state: 'undelivered' }]);
  });
});

describe('a request', () => {
  it.each([
    ['no signature', null],
    ['another host', 'https://evil.example/outside/sms/incoming'],
    ['another scheme', 'http://desk.example/outside/sms/incoming'],
  ])('with %s is refused and leaves nothing', async (_what, signedFor) => {
    const before = await count('inbox');
    expect((await desk.post(INCOMING, incoming(), signedFor, { 'x-forwarded-host': 'evil.example' })).status).toBe(403);
    expect(await count('inbox')).toBe(before);
  });

  it('is acknowledged with an empty response, and counts once however often it comes', async () => {
    const before = await count('inbox');
    const form = incoming({ Body: 'hi there', APartOfTomorrow: 'x' });
    const answers = await Promise.all([1, 2, 3].map(() => desk.post(INCOMING, form)));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/<Response\/>$/);
    }
    await desk.settled();
    expect(await count('inbox')).toBe(before + 1);
  });
});

describe('whoever wants no texts', () => {
  const standing = (phone: string) => desk.sql`
    select kind, granted, words, source from sms_consents where phone = ${phone} order by id desc limit 2`;

  it.each([
    ['please stop texting me', 'own_words', '+15035550131'],
    ['Take me off your list', 'own_words', '+15035550132'],
    ['I no longer want to hear from you', 'conversation', '+15035550133'],
  ])('says "%s" and is told once, without an offer, and then nothing more', async (words, source, phone) => {
    const say = async (Body: string) => {
      await desk.post('/outside/sms/incoming', incoming({ From: phone, Body }));
      await desk.settled();
    };
    await say(words);
    expect(await standing(phone)).toMatchObject([
      { kind: 'marketing', granted: false, words, source },
      { kind: 'service', granted: false, words, source },
    ]);
    await say('where is my order');
    await say('please stop texting me!');
    const [{ texts } = { texts: 0 }] = await desk.sql`
      select count(*)::int as texts from sms_texts t join conversations c on c.id = t.conversation_id
      where c.reference ->> 'phone' = ${phone}`;
    expect(texts).toBe(1);
  });

  it('is answered by the carrier after STOP, and the desk is silent until START', async () => {
    expect(await desk.text(BEN, 'Stop ')).toMatchObject([
      { way: 'carrier', body: expect.stringMatching(/unsubscribed/) },
    ]);
    expect(await desk.text(BEN, 'where is my order?')).toEqual([]);
    expect(await standing(BEN)).toMatchObject([{ granted: false, source: 'carrier_word' }, { words: 'Stop' }]);
    expect(await desk.text(BEN, 'START')).toMatchObject([{ way: 'carrier' }]);
    expect((await desk.text(BEN, 'where is my order?'))[0]?.way).toBe('out');
    expect(await desk.text(BEN, 'help')).toMatchObject([{ way: 'carrier' }]);
  });

  it('is known from the provider alone as well (21610)', async () => {
    await desk.text(BEN, 'STOP');
    await desk.sql`insert into sms_consents (phone, kind, granted, words, source, external_id, at)
      values (${BEN}, 'service', true, 'yes please', 'own_words', 'by mistake', now())`;
    expect(await desk.text(BEN, 'where is my order?')).toEqual([]);
    expect((await standing(BEN))[0]).toMatchObject({ granted: false, source: 'provider', words: null });
    const [text] = await desk.sql`select state, error_code as code from sms_texts order by id desc limit 1`;
    expect(text).toEqual({ state: 'failed', code: '21610' });
  });
});
