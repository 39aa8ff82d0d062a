import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestDue, sendDigests } from '../../../src/channels/slack/send-digests.js';
import { instant, zone } from '../../../src/domain/kernel/dates.js';
import { loadShopPolicy } from '../../../src/knowledge/shop-policy.js';
import { loadStaffPolicy } from '../../../src/knowledge/staff-policy.js';
import { setBusinessNow } from '../../../src/store/clock.js';
import { openDoor } from '../../../src/tools/door.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

let desk: SlackDeskUnderTest;
const team = loadStaffPolicy();
const deliver = () => sendDigests({ sql: desk.sql, door: openDoor({ sql: desk.sql, policy: loadShopPolicy() }), team });

beforeAll(async () => {
  desk = await aSlackDesk();
  await desk.sql`update customers set tier = 'vip'`;
  await desk.sql`update order_lines set backordered_at = business_now() - interval '40 days' where state = 'backordered'`;
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

/** Waits until somebody was shown something; a digest is several answers. */
const shown = (text: string) => until(`“${text}” is shown`, () => desk.slack.texts.some((told) => told.includes(text)));

describe('when a digest is due', () => {
  const at = (time: string, now: string) => digestDue({ zone: zone('America/New_York'), at: time }, instant(now));

  it('is at the channel’s own time of day', () => {
    expect(at('08:00', '2026-11-23T12:59:59Z')).toBeNull();
    expect(at('08:00', '2026-11-23T13:00:00Z')).toBe('2026-11-23');
    expect(at('08:00', '2026-11-24T04:59:00Z')).toBe('2026-11-23');
    expect(at('08:00', '2026-11-24T05:01:00Z')).toBeNull();
  });

  it('is after the gap where clocks leave its time out', () => {
    expect(at('02:30', '2026-03-08T06:59:00Z')).toBeNull();
    expect(at('02:30', '2026-03-08T07:00:00Z')).toBe('2026-03-08');
  });

  it('is on one date where clocks have its time twice', () => {
    expect(at('01:30', '2026-11-01T05:30:00Z')).toBe('2026-11-01');
    expect(at('01:30', '2026-11-01T06:30:00Z')).toBe('2026-11-01');
  });
});

describe('the digest', () => {
  it('goes out once a local date, with its details in the thread', async () => {
    await setBusinessNow(desk.sql, instant('2026-11-23T15:59:00Z'));
    await deliver();
    expect(await desk.sql`select from digests`).toHaveLength(0);
    await setBusinessNow(desk.sql, instant('2026-11-23T16:00:00Z'));
    await deliver();
    await deliver();
    const [head, ...details] = await desk.slack.heard('chat.postMessage', 2);
    expect(head?.args).toMatchObject({
      channel: 'C05MGRS',
      text: expect.stringMatching(/^\d+ decisions? today, \$.+ at risk$/),
    });
    expect(head?.args.thread_ts).toBeUndefined();
    for (const { args } of details) expect(args.thread_ts).toBe('1795770000.000001');
    expect(JSON.stringify(head?.args.blocks)).toContain('"action_id":"digest:assign"');
    expect(await desk.sql`select channel, on_date::text as on, zone from digests`).toEqual([
      { channel: 'C05MGRS', on: '2026-11-23', zone: 'America/Los_Angeles' },
    ]);
  });

  it('on demand is for leads and managers, and counts as told to nobody', async () => {
    await desk.command('digest now', { user: 'U03LEAD' });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toMatch(/at risk$/);
    expect(await desk.sql`select from digests`).toHaveLength(1);
    desk.slack.calls.length = 0;
    await desk.command('digest', { user: 'U01REP' });
    await shown('That is for leads and managers.');
  });
});

describe('its buttons', () => {
  /** Presses one that opens a modal; returns what the modal carries. */
  async function opened(action: string, value: object): Promise<string> {
    await desk.press(action, value, { user: 'U04MGR' });
    const view = desk.slack.of('views.open')[0]?.args.view as { private_metadata: string };
    return view.private_metadata;
  }
  const reason = { type: 'plain_text_input', value: 'call them today' };

  it('Open shows the order to whoever pressed', async () => {
    await desk.press('digest:open', { order: '1042' });
    await shown('Order 1042');
  });

  it('Assign gives the order to a colleague, who hears of it', async () => {
    const kept = await opened('digest:assign', { order: '1042' });
    const nobody = await desk.submit(
      'assign-order',
      kept,
      { colleague: { type: 'users_select', selected_user: 'U05NEW' }, reason },
      { user: 'U04MGR' },
    );
    expect(JSON.parse(nobody.body).errors).toEqual({ colleague: 'They have no role at this desk yet.' });
    await desk.submit(
      'assign-order',
      kept,
      { colleague: { type: 'users_select', selected_user: 'U01REP' }, reason },
      { user: 'U04MGR' },
    );
    const [told] = await desk.slack.heard('chat.postMessage');
    expect(told?.args).toMatchObject({ channel: 'U01REP', text: expect.stringContaining('gave you *order 1042*') });
    expect(await desk.sql`select assigned_to as to, reason from order_escalations`).toEqual([
      { to: 'U01REP', reason: 'call them today' },
    ]);
  });

  it('Snooze leaves it out until a day ahead, with a reason', async () => {
    const kept = await opened('digest:snooze', { item: 'customer:1042' });
    const until = (day: string) => ({ until: { type: 'datepicker', selected_date: day }, reason });
    expect(
      JSON.parse((await desk.submit('snooze-item', kept, until('2026-11-23'), { user: 'U04MGR' })).body).errors.until,
    ).toContain('from Tue, Nov 24 on');
    await desk.submit('snooze-item', kept, until('2026-11-30'), { user: 'U04MGR' });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('Snoozed until Mon, Nov 30.');
    expect(await desk.sql`select item, reason, until_on::text as until from snoozes`).toEqual([
      { item: 'customer:1042', reason: 'call them today', until: '2026-11-30' },
    ]);
  });
});
