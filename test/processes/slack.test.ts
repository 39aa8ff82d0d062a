import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/kernel/dates.js';
import { ConversationId } from '../../src/domain/kernel/ids.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { openConversation } from '../../src/store/conversations.js';
import { messagesAfter } from '../../src/store/messages.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { FakeSlack } from '../support/fake-slack.js';
import { holdTable, whenWaitingFor } from '../support/hold-table.js';
import { moveIn } from '../support/shop-database.js';
import { commandBody, postSigned, SIGNING_SECRET, submitted } from '../support/slack-requests.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let slack: FakeSlack;
beforeEach(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
  // before the digest's time of day: these tests count what is sent
  await setBusinessNow(database.sql, instant('2026-11-23T13:00:00Z'));
  slack = await FakeSlack.open();
});
afterEach(async () => {
  await slack.close();
  await database.drop();
});

const settings = () => ({
  DATABASE_URL: database.url,
  SLACK_BOT_TOKEN: 'xoxb-test',
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slack.apiUrl,
});
const send = (desk: DeskProcess, name: string, triggerId = name) =>
  postSigned(
    desk.url,
    commandBody({ text: 'order 1042', triggerId, responseUrl: slack.responseUrl(name) }),
    'application/x-www-form-urlencoded',
  ).catch(() => ({ status: 0, body: '' }));
const answers = () => slack.of('response_url').map(({ args }) => String(args.text));
const isAllDone = async () =>
  (await database.sql`select from slack_arrivals where state <> 'done'`).length === 0 &&
  (await database.sql`select from outbox where channel = 'slack' and state <> 'sent'`).length === 0;

describe('a desk that is killed after it acknowledged', () => {
  it('before the effect, leaves it to the next one, which has it once', async () => {
    const desk = await DeskProcess.start(settings());
    const held = await holdTable(database, 'order_lines');
    expect((await send(desk, 'first')).status).toBe(200);
    await whenWaitingFor(database, 'order_lines');
    await desk.end('SIGKILL');
    await held.letGo();
    expect(answers()).toEqual([]);

    await desk.again();
    await until('it is answered', isAllDone);
    expect(answers()).toEqual(['Order 1042, partly on its way']);
    const [audit] = await database.sql`select count(*)::int as n from audit where tool = 'get_delay_status'`;
    expect(audit?.n).toBe(1);
  });

  it('again and again, loses none and answers each once', async () => {
    const [first, second] = await Promise.all([DeskProcess.start(settings()), DeskProcess.start(settings())]);
    const names = Array.from({ length: 40 }, (_, n) => `command-${n}`);
    let killed: Promise<unknown> = Promise.resolve();
    for (const [n, name] of names.entries()) {
      if (n === 20) killed = first.end('SIGKILL');
      // Slack sends to one address; who is killed does not answer, and the person calls again
      await until(
        `${name} is acknowledged`,
        async () => (await send(n % 2 === 0 && n < 20 ? first : second, name)).status === 200,
      );
    }
    await killed;
    await until('all are answered', isAllDone);
    const [arrived] = await database.sql`select count(*)::int as n from slack_arrivals`;
    expect(arrived?.n).toBe(40);
    const [sent] = await database.sql`select count(*)::int as n from outbox where channel = 'slack'`;
    expect(sent?.n).toBe(40);
  });
});

describe('a desk that is killed with a reply to a shopper', { timeout: 120_000 }, () => {
  it('after it acknowledged: the words reach them once, whoever sends them and however often Slack asks', async () => {
    const id = ConversationId.parse('ana-s-chat');
    await openConversation(database.sql, { id, channel: 'web', externalId: id });
    const kept = { keeps: { conversation: id, text: 'I am on it.' }, place: null, responseUrl: null };
    const reply = submitted('hand-off-send', JSON.stringify(kept), {}, { triggerId: 'one-press' });
    const desk = await DeskProcess.start(settings());
    const held = await holdTable(database, 'outbox');
    const answer = await postSigned(desk.url, reply, 'application/x-www-form-urlencoded');
    expect(answer.status).toBe(200);
    await whenWaitingFor(database, 'outbox');
    await desk.end('SIGKILL');
    await held.letGo();

    await desk.again();
    await postSigned(desk.url, reply, 'application/x-www-form-urlencoded');
    await until('it is done', async () => {
      const [row] = await database.sql`select state from slack_arrivals`;
      return row?.state === 'done';
    });
    const said = (await messagesAfter(database.sql, id, 0)).filter(({ author }) => author === 'person');
    expect(said.map(({ body }) => body.text)).toEqual(['I am on it.']);
    const out = await database.sql`
      select from outbox where channel = 'web' and payload ->> 'text' = 'I am on it.'`;
    expect(out).toHaveLength(1);
  });
});

describe('a desk with Slack', () => {
  it('says so, is ready, and stops when it is told', async () => {
    const desk = await DeskProcess.start(settings());
    expect(desk.stdout).toMatch(/Slack +connected; requests come to \/slack\/events/);
    expect((await desk.health('/readyz')).body).toMatchObject({ status: 'ready', jobs: true });
    expect(await desk.end('SIGTERM')).toMatchObject({ code: 0 });
  });

  it('half configured names the missing key and does not start', async () => {
    const { SLACK_SIGNING_SECRET: _left, ...half } = settings();
    const desk = await DeskProcess.spawn(half);
    expect((await desk.ended()).code).toBe(1);
    expect(desk.stderr).toContain('SLACK_SIGNING_SECRET is missing');
  });
});
