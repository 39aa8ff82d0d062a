import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/channels/slack/create-slack.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { commandBody, postSigned, type Signing } from '../../support/slack-requests.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
});
afterAll(() => desk.close());

const stored = async () => (await desk.sql`select count(*)::int as n from slack_arrivals`)[0]?.n as number;
const FORM = 'application/x-www-form-urlencoded';

describe('a request', () => {
  it('that is signed and on time is taken in', async () => {
    const before = await stored();
    expect(await desk.command('help')).toEqual({ status: 200, body: '' });
    expect(await stored()).toBe(before + 1);
  });

  it.each<[string, Signing]>([
    ['signed with another secret', { secret: 'another secret' }],
    ['signed with an empty secret', { secret: '' }],
    ['without a signature', { omit: 'signature' }],
    ['without a time', { omit: 'timestamp' }],
    ['301 seconds old', { away: -301 }],
    ['302 seconds ahead', { away: 302 }],
    ['a year ahead', { away: 365 * 24 * 3_600 }],
  ])('%s is refused and leaves nothing', async (_name, signing) => {
    const before = await stored();
    expect((await desk.command('help', {}, signing)).status).toBe(401);
    expect(await stored()).toBe(before);
  });

  it.each([-298, 298])('%d seconds away is still on time', async (away) => {
    expect((await desk.command('help', {}, { away })).status).toBe(200);
  });

  it('whose time is no number is refused', async () => {
    const headers = { 'x-slack-request-timestamp': 'NaN' };
    expect((await desk.command('help', {}, { omit: 'timestamp', headers })).status).toBe(401);
  });

  it('that is larger than any of Slack’s is refused', async () => {
    expect((await desk.command('x'.repeat(600_000))).status).toBe(413);
  });

  it('that only checks the certificate is answered and leaves nothing', async () => {
    const before = await stored();
    const body = new URLSearchParams({
      ssl_check: '1',
      token: 'x',
      ...Object.fromEntries(new URLSearchParams(commandBody({ text: 'help', responseUrl: desk.slack.responseUrl() }))),
    });
    expect((await postSigned(desk.url, body.toString(), FORM)).status).toBe(200);
    expect((await postSigned(desk.url, body.toString(), FORM, { secret: 'another secret' })).status).toBe(401);
    expect(await stored()).toBe(before);
  });

  it('that verifies the address is answered with its challenge', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'a challenge' });
    expect(await postSigned(desk.url, body, 'application/json')).toEqual({
      status: 200,
      body: JSON.stringify({ challenge: 'a challenge' }),
    });
  });
});

describe('the same thing again', () => {
  it('does nothing: a replayed command has one effect', async () => {
    const body = commandBody({ text: 'help', responseUrl: desk.slack.responseUrl('replayed') });
    const before = await stored();
    const answers = await Promise.all([1, 2, 3].map(() => postSigned(desk.url, body, FORM)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored()).toBe(before + 1);
  });

  it('does nothing: an event that Slack sends again is acknowledged and not handled twice', async () => {
    const event = { type: 'app_home_opened', user: 'U01REP', tab: 'home', channel: 'D1' };
    const before = await stored();
    expect((await desk.event(event, 'Ev1')).status).toBe(200);
    const retry = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } };
    expect((await desk.event(event, 'Ev1', retry)).status).toBe(200);
    expect(await stored()).toBe(before + 1);
    await desk.slack.heard('views.publish');
    expect(await desk.sql`select state from slack_arrivals where external_id = 'Ev1'`).toEqual([{ state: 'done' }]);
    expect(await desk.sql`select count(*)::int as n from outbox where payload ->> 'method' = 'views.publish'`).toEqual([
      { n: 1 },
    ]);
  });
});

describe('events', () => {
  it('of the desk’s own doing are left alone', async () => {
    const before = await stored();
    await desk.event({ type: 'app_home_opened', user: 'U0DESK', tab: 'home' });
    await desk.event({ type: 'app_home_opened', user: 'U01REP', tab: 'home', app_id: 'A0DESK', bot_id: 'B0DESK' });
    expect(await stored()).toBe(before);
  });

  it('that nobody handles are acknowledged and not stored', async () => {
    const before = await stored();
    expect((await desk.event({ type: 'team_rename', name: 'x' })).status).toBe(200);
    expect(await stored()).toBe(before);
  });
});

describe('App Home', () => {
  const homeOf = async (user: string) => {
    const { length } = desk.slack.of('views.publish');
    await desk.event({ type: 'app_home_opened', user, tab: 'home' });
    return JSON.stringify((await desk.slack.heard('views.publish', length + 1)).at(-1)?.args);
  };

  it('shows how many customers wait for a person', async () => {
    expect(await homeOf('U01REP')).toContain('*Nobody waits for a person.*');
    const { sql } = desk;
    await sql`insert into conversations (id, channel, external_id) values ('c1', 'web', 'c1')`;
    await sql`
      insert into hand_offs (conversation_id, reason, urgency, summary, asked_at)
      values ('c1', 'asked', 'normal', '{"text": "", "customerId": null}', business_now())`;
    expect(await homeOf('U01REP')).toContain('*1 customer waits for a person*.');
  });

  it('tells a manager of jobs that were given up', async () => {
    await desk.sql`select enqueue_job('slack-arrival', '{"arrivalId": 0}', after_seconds => 3600)`;
    await desk.sql`update pgboss.job set state = 'failed', completed_on = now() where data ->> 'arrivalId' = '0'`;
    expect(await homeOf('U04MGR')).toContain('*1 job given up.*');
    expect(await homeOf('U01REP')).not.toContain('given up');
  });

  it('says so to somebody without a role', async () => {
    expect(await homeOf('U05NEW')).toContain('you have no role in it yet');
  });
});

describe('when the database cannot store it', () => {
  it('nothing is acknowledged', async () => {
    await desk.sql`alter table slack_arrivals rename to elsewhere`;
    try {
      expect((await desk.command('help')).status).toBe(503);
      expect((await desk.event({ type: 'app_home_opened', user: 'U01REP', tab: 'home' })).status).toBe(503);
    } finally {
      await desk.sql`alter table elsewhere rename to slack_arrivals`;
    }
  });
});

describe('a desk without a signing secret', () => {
  it('does not start', () => {
    const settings = { botToken: 'xoxb-x', apiUrl: 'https://slack.com/api/', via: { kind: 'http', signingSecret: '' } };
    expect(() => createSlack({ settings } as never)).toThrow();
  });
});
