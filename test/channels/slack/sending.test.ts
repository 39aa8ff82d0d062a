import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { message, words } from '../../../src/channels/slack/blocks/build.js';
import { type Post, storePosts } from '../../../src/channels/slack/posts.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.slack.calls.length = 0;
});

let keys = 0;
const send = (...posts: Post[]) => desk.sql.begin((tx) => storePosts(tx, `test:${++keys}`, posts));
const post = (channel: string, text: string, more: object = {}): Post => ({
  method: 'chat.postMessage',
  channel,
  message: message(words(text)),
  ...more,
});
const settled = () =>
  until(
    'all is settled',
    async () => (await desk.sql`select from outbox where state in ('waiting', 'sending', 'unknown')`).length === 0,
  );
const hurry = () => desk.sql`update outbox set next_attempt_at = now() where state in ('waiting', 'unknown')`;
const textsTo = (channel: string) =>
  desk.slack
    .of('chat.postMessage')
    .filter(({ args }) => args.channel === channel)
    .map(({ args }) => args.text);

describe('messages', () => {
  it('of one channel go out in order, with the key by which they are found again', async () => {
    await send(...Array.from({ length: 12 }, (_, n) => post('C01BACK', `message ${n}`)));
    await settled();
    expect(textsTo('C01BACK')).toEqual(Array.from({ length: 12 }, (_, n) => `message ${n}`));
    expect(desk.slack.calls[0]?.args.metadata).toEqual({
      event_type: 'desk',
      event_payload: { key: `test:${keys}:0` },
    });
  });

  it('stored under the same key go out once', async () => {
    await desk.sql.begin((tx) => storePosts(tx, 'same', [post('C01BACK', 'once')]));
    await desk.sql.begin((tx) => storePosts(tx, 'same', [post('C01BACK', 'once')]));
    await settled();
    expect(textsTo('C01BACK')).toEqual(['once']);
  });

  it('are answered under and changed by the name they were stored as, even when that follows at once', async () => {
    await send(
      { method: 'chat.update', of: { named: 'card 1' }, message: message(words('changed')) },
      post('C02APPR', 'a card', { storeAs: 'card 1' }),
      post('C02APPR', 'under it', { under: { named: 'card 1' } }),
    );
    await settled();
    const [card, under] = desk.slack.of('chat.postMessage');
    expect(card?.args.text).toBe('a card');
    const [row] = await desk.sql`select ts from slack_messages where name = 'card 1'`;
    expect(under?.args).toMatchObject({ text: 'under it', thread_ts: row?.ts });
    expect(desk.slack.of('chat.update')).toMatchObject([
      { args: { channel: 'C02APPR', ts: row?.ts, text: 'changed' } },
    ]);
  });
});

describe('a pause that Slack wants', () => {
  it('holds that channel, keeps its order and lets others go on', async () => {
    desk.slack.next('chat.postMessage', () => ({ status: 429, headers: { 'retry-after': '30' }, body: { ok: false } }));
    await send(post('C01BACK', 'first'), post('C01BACK', 'second'));
    await desk.slack.heard('chat.postMessage');
    await send(post('C02APPR', 'elsewhere'), {
      method: 'views.publish',
      user: 'U01REP',
      view: { type: 'home', blocks: [] },
    });
    await until('the others are out', () => textsTo('C02APPR').length > 0 && desk.slack.of('views.publish').length > 0);
    expect(textsTo('C01BACK')).toEqual(['first']);
    const [row] = await desk.sql<{ pause: number }[]>`
      select extract(epoch from next_attempt_at - clock_timestamp())::float8 as pause from outbox where state = 'waiting' order by id`;
    expect(row?.pause).toBeGreaterThan(20);
    expect(row?.pause).toBeLessThanOrEqual(30);
    await desk.sql`update outbox set state = 'dead' where state = 'waiting'`;
  });
});

describe('a message whose sending was cut off', () => {
  it('is not sent again when it stands in the channel', async () => {
    desk.slack.next('chat.postMessage', () => ({ isCut: true }));
    const key = `test:${keys + 1}:0`;
    desk.slack.next('conversations.history', () => ({
      body: {
        ok: true,
        messages: [{ ts: '1795770009.000900', metadata: { event_type: 'desk', event_payload: { key } } }],
      },
    }));
    await send(post('C03HAND', 'perhaps', { storeAs: 'card 2' }));
    await until('nobody knows', async () => {
      await hurry();
      return desk.slack.of('conversations.history').length > 0;
    });
    await settled();
    expect(textsTo('C03HAND')).toEqual(['perhaps']);
    expect(await desk.sql`select ts from slack_messages where name = 'card 2'`).toEqual([{ ts: '1795770009.000900' }]);
  });

  it('is sent again when it does not, and what follows waits for it', async () => {
    desk.slack.next('chat.postMessage', () => ({ isCut: true }));
    desk.slack.always('conversations.history', { ok: true, messages: [{ ts: '1.1' }] });
    await send(post('C04STOCK', 'first'), post('C04STOCK', 'second'));
    await until('all is out', async () => {
      await hurry();
      return textsTo('C04STOCK').length === 3;
    });
    expect(textsTo('C04STOCK')).toEqual(['first', 'first', 'second']);
  });

  it('is looked up after its sender died', async () => {
    await desk.sql`
      insert into outbox (idempotency_key, channel, lane, payload, state, claimed_until)
      values ('died', 'slack', 'C05MGRS', ${desk.sql.json(post('C05MGRS', 'after all') as never)}, 'sending', now() - interval '1 second')`;
    desk.slack.always('conversations.history', { ok: true, messages: [] });
    await desk.slack.heard('conversations.history');
    await settled();
    expect(textsTo('C05MGRS')).toEqual(['after all']);
  });
});

describe('what Slack refuses', () => {
  it('goes without its blocks when these cannot be shown', async () => {
    desk.slack.next('chat.postMessage', () => ({ body: { ok: false, error: 'invalid_blocks' } }));
    await send(post('C06TEST', 'plainly', { message: message(words('plainly'), [{ type: 'divider' }]) }));
    await settled();
    expect(desk.slack.of('chat.postMessage').map(({ args }) => args.blocks)).toEqual([
      [{ type: 'divider' }],
      undefined,
    ]);
  });

  it('for good is given up, said in the log, and holds nothing up', async () => {
    desk.slack.next('chat.postMessage', () => ({ body: { ok: false, error: 'channel_not_found' } }));
    await send(post('C0GONE', 'nowhere'), post('C0GONE', 'later'));
    await settled();
    expect(await desk.sql`select last_error from outbox where state = 'dead' and last_error <> ''`).toContainEqual({
      last_error: 'channel_not_found',
    });
    expect(textsTo('C0GONE')).toEqual(['nowhere', 'later']);
    expect(desk.faults).toContainEqual(expect.objectContaining({ error: 'channel_not_found' }));
  });

  it('at an answer’s address goes to the person’s own messages', async () => {
    desk.slack.next('response_url', () => ({ status: 404, body: 'used_url' }));
    await send({
      method: 'response_url',
      url: desk.slack.responseUrl(),
      user: 'U01REP',
      replaces: false,
      message: message(words('late')),
    });
    await settled();
    expect(textsTo('U01REP')).toEqual(['late']);
  });

  it('never goes to an address that is not Slack’s', async () => {
    const url = 'http://169.254.169.254/latest';
    await send({ method: 'response_url', url, user: 'U02REP', replaces: false, message: message(words('aside')) });
    await settled();
    expect(textsTo('U02REP')).toEqual(['aside']);
    expect(desk.slack.of('response_url')).toEqual([]);
  });
});

it('a message beyond Slack’s limits is refused before it is stored', async () => {
  await expect(send(post('C01BACK', 'x'.repeat(5_000)))).rejects.toThrow();
});
