import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/kernel/dates.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { FakeSlack } from '../support/fake-slack.js';
import { moveIn } from '../support/shop-database.js';
import { SIGNING_SECRET } from '../support/slack-requests.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let slack: FakeSlack;
beforeEach(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
  slack = await FakeSlack.open();
});
afterEach(async () => {
  await slack.close();
  await database.drop();
});

describe('three processes at digest time', () => {
  it('send one digest, and another on the next date', async () => {
    await setBusinessNow(database.sql, instant('2026-11-23T15:50:00Z'));
    const settings = {
      DATABASE_URL: database.url,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
    };
    // one after another: three that start at once on a small machine wait for each other
    for (let copies = 0; copies < 3; copies += 1) await DeskProcess.start(settings);
    const heads = () => slack.of('chat.postMessage').filter(({ args }) => args.thread_ts === undefined);
    expect(heads()).toHaveLength(0);

    await setBusinessNow(database.sql, instant('2026-11-23T16:00:00Z'));
    await until('the digest is out', () => heads().length > 0);
    await setBusinessNow(database.sql, instant('2026-11-24T16:00:00Z'));
    await until('the next one is out', () => heads().length > 1);
    expect(heads()).toHaveLength(2);
    expect(await database.sql`select on_date::text as on from digests order by on_date`).toEqual([
      { on: '2026-11-23' },
      { on: '2026-11-24' },
    ]);
  });
});
