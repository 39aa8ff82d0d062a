import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/kernel/dates.js';
import type { JobContext } from '../../src/jobs/define-job.js';
import { startJobs } from '../../src/jobs/start-jobs.js';
import escalationDeadlines from '../../src/jobs/tasks/escalation-deadlines.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { openHandOffs } from '../../src/store/hand-offs.js';
import { openDoor } from '../../src/tools/door.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';
import { until } from '../support/until.js';

let shop: TestShop;
let context: JobContext;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  const { sql, house } = shop;
  const { policy, rules } = house;
  context = {
    sql,
    policy,
    rules,
    door: openDoor({ sql, policy }),
    log: { info() {}, warn() {}, error() {} },
    slack: null,
    wakeSenders() {},
  };
  const chat = shop.chat('worried');
  await chat.say('I want to talk to a person');
});
afterEach(() => shop.drop());

const round = () => escalationDeadlines.run({}, context);
const open = async () => (await openHandOffs(shop.sql)).map(({ owner, dueAt }) => ({ owner, dueAt }));

describe('a request for a person', () => {
  it('stays with its owner until its deadline', async () => {
    const before = await open();
    await round();
    expect(await open()).toEqual(before);
    expect(await shop.sql`select from audit where tool = 'raise_overdue_escalations'`).toHaveLength(0);
  });

  it('goes one rank up when nobody looked in time, and at last stays with a manager', async () => {
    // Tuesday 10 am in the shop, a Tuesday evening, a Wednesday
    const days = ['2026-11-24T18:01:00Z', '2026-11-25T02:00:00Z', '2026-11-25T21:00:00Z'];
    const owners = [];
    for (const day of days) {
      await setBusinessNow(shop.sql, instant(day));
      await round();
      await round();
      owners.push(...(await open()).map(({ owner }) => owner));
    }
    expect(owners).toEqual(['lead', 'manager', 'manager']);
    expect(await shop.sql`select outcome, principal_id from audit where tool = 'raise_overdue_escalations'`).toEqual([
      { outcome: 'raised', principal_id: 'escalation-deadlines' },
      { outcome: 'raised', principal_id: 'escalation-deadlines' },
    ]);
  });

  it('that is closed stays as it was', async () => {
    await shop.sql`update hand_offs set state = 'closed', closed_at = business_now()`;
    await setBusinessNow(shop.sql, instant('2026-12-24T18:00:00Z'));
    await round();
    expect(await shop.sql`select owner from hand_off_rules`).toEqual([{ owner: 'rep' }]);
  });
});

describe('the sweep', () => {
  it('comes round by itself, once in its time however many processes there are', async () => {
    const rounds: number[] = [];
    const counted = { ...escalationDeadlines, run: async () => void rounds.push(1) };
    const workers = await Promise.all([1, 2, 3].map(() => startJobs({ jobs: [counted as never], context })));
    await until('it came round', () => rounds.length > 0);
    await Promise.all(workers.map((worker) => worker.stop()));
    const put = await shop.sql`
      select count(*)::int as n, count(distinct singleton_on)::int as slots from pgboss.job where name = 'escalation-deadlines'`;
    expect(put[0]?.n).toBe(put[0]?.slots);
    expect(rounds.length).toBeLessThanOrEqual(put[0]?.n);
  });
});
