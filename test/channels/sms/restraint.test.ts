import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../../src/domain/kernel/dates.js';
import type { ConversationId } from '../../../src/domain/kernel/ids.js';
import { setBusinessNow } from '../../../src/store/clock.js';
import { addMessage } from '../../../src/store/messages.js';
import { until } from '../../support/until.js';
import { ANA, anSmsDesk, BEN, type SmsDesk, STRANGER } from './support/sms-desk.js';

/** Ana lives in the warehouse's zone, America/Los_Angeles in these shops; 18:00 UTC is her morning. */
const NOON = instant('2026-11-23T20:00:00Z');
const NIGHT = instant('2026-11-24T07:00:00Z');
const MORNING = instant('2026-11-24T18:00:00Z');

let desk: SmsDesk;
beforeAll(async () => {
  // 8 segments of 0.83 cents each
  desk = await anSmsDesk({ dailySpendCents: 7 });
});
afterEach(() => setBusinessNow(desk.sql, NOON));
afterAll(() => desk.stop());

const talkWith = async (phone: string): Promise<ConversationId> => {
  const [row] = await desk.sql<{ id: ConversationId }[]>`
    select id from conversations where channel = 'sms' and reference ->> 'phone' = ${phone}`;
  if (!row) throw new Error(`Nobody texted from ${phone}`);
  return row.id;
};
const tell = async (phone: string, text: string, channelData = {}) =>
  desk.sql.begin(async (tx) => {
    await addMessage(tx, {
      conversationId: await talkWith(phone),
      author: 'assistant',
      body: { type: 'message', text, channelData },
    });
  });
const stateOf = async (text: string) => {
  const [row] = await desk.sql`select state, last_error as error from outbox where payload ->> 'text' = ${text}`;
  return row;
};
const lookAgain = () => desk.sql`update outbox set next_attempt_at = clock_timestamp() where state = 'waiting'`;
const out = async (phone: string) =>
  (await desk.textsOf(phone)).filter(({ way }) => way === 'out').map(({ body }) => body);

describe('what nobody asked for', () => {
  it('waits for the recipient’s morning; an answer does not, and is not held up by it', async () => {
    await desk.text(ANA, 'thanks');
    await setBusinessNow(desk.sql, NIGHT);
    await tell(ANA, 'Your lens has shipped.');
    await until('it is held', async () => /held/.test((await stateOf('Your lens has shipped.'))?.error ?? ''));
    await desk.sql`update outbox set next_attempt_at = clock_timestamp() + interval '1 hour' where state = 'waiting'`;
    await desk.post('/outside/sms/incoming', {
      MessageSid: 'SMnight',
      From: ANA,
      To: '+15035550199',
      Body: 'thank you',
    });
    await until('the answer is there', async () => (await out(ANA)).length === 2);
    await setBusinessNow(desk.sql, MORNING);
    await lookAgain();
    await until('the news is there', async () => (await out(ANA)).includes('Your lens has shipped.'));
  });

  it('goes out as an offer only to whoever asked for offers', async () => {
    await tell(ANA, 'Ten percent off tripods today.', { purpose: 'marketing' });
    await desk.settled();
    expect(await stateOf('Ten percent off tripods today.')).toMatchObject({
      state: 'dead',
      error: expect.stringMatching(/asked for offers/),
    });
    await desk.sql`insert into sms_consents (phone, kind, granted, words, source, external_id, at)
      values (${ANA}, 'marketing', true, 'Send me offers', 'own_words', 'SMoffers', now())`;
    await tell(ANA, 'Ten percent off lenses today.', { purpose: 'marketing' });
    await desk.settled();
    expect(await stateOf('Ten percent off lenses today.')).toMatchObject({ state: 'sent' });
  });
});

describe('the day’s budget', () => {
  it('is never exceeded, however many texts come at once; the managers are told, and the next day begins anew', async () => {
    await setBusinessNow(desk.sql, instant('2026-12-01T20:00:00Z'));
    const talks = [ANA, BEN, STRANGER];
    for (let round = 1; round <= 5; round++)
      await Promise.all(
        talks.map((From) =>
          desk.post('/outside/sms/incoming', {
            MessageSid: `SM${From}${round}`,
            From,
            To: '+15035550199',
            Body: 'hello',
          }),
        ),
      );
    await desk.settled();
    const spent = async () =>
      (await desk.sql`select spent_on as day, sum(segments)::int as segments from sms_texts group by 1 order by 1`).at(
        -1,
      );
    expect(await spent()).toMatchObject({ day: '2026-12-01', segments: 8 });
    expect(new Set(desk.toldManagers)).toEqual(new Set(['2026-12-01']));
    await setBusinessNow(desk.sql, instant('2026-12-02T20:00:00Z'));
    expect(await desk.text(ANA, 'hello')).toHaveLength(1);
  });
});
