import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendAlerts } from '../../../src/channels/slack/send-alerts.js';
import { loadShopPolicy } from '../../../src/knowledge/shop-policy.js';
import { loadStaffPolicy } from '../../../src/knowledge/staff-policy.js';
import { openDoor } from '../../../src/tools/door.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

let desk: SlackDeskUnderTest;
const [policy, team] = [loadShopPolicy(), loadStaffPolicy()];
const look = () => sendAlerts({ sql: desk.sql, door: openDoor({ sql: desk.sql, policy }), policy, team });
const told = async () =>
  (
    await desk.sql<{ text: string }[]>`
    select payload #>> '{message,text}' as text from outbox where payload ->> 'channel' = 'C04STOCK' order by id`
  ).map(({ text }) => text);

beforeAll(async () => {
  desk = await aSlackDesk();
  // what the desk's own first look finds is not what these tests look for
  await look();
  await desk.sql`delete from outbox where payload ->> 'channel' = 'C04STOCK'`;
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

async function shown(text: string): Promise<string> {
  await desk.command(text);
  const [answer] = await desk.slack.heard('response_url');
  return JSON.stringify(answer?.args.blocks);
}

describe('/backorder alert', () => {
  it.each(['alert LEN-50 below 14d', 'alert below 14 days len-50'])('"%s" watches an item', async (text) => {
    expect(await shown(text)).toContain('When LEN-50 lasts for less than 14 days');
    expect(await desk.sql`select sku, below_days as days, set_by as by from stock_alerts`).toEqual([
      { sku: 'LEN-50', days: 14, by: 'U01REP' },
    ]);
  });

  it('lists what is watched, and says how it is written', async () => {
    expect(await shown('alert list')).toContain('· LEN-50: 2 short (told below 14 days)');
    desk.slack.calls.length = 0;
    expect(await shown('alert LEN-50')).toContain('Write it as `/backorder alert LEN-50 below 14d`');
    desk.slack.calls.length = 0;
    expect(await shown('alert NO-1 below 3d')).toContain('There is no SKU NO-1.');
  });
});

describe('the alerts channel', () => {
  it('is told of a crossing once, and of the next only after the item has recovered', async () => {
    // the desk's own looks may have told it while the tests above set the threshold anew
    await desk.sql`update stock_alerts set is_low = false`;
    await desk.sql`delete from outbox where payload ->> 'channel' = 'C04STOCK'`;
    await look();
    await look();
    expect(await told()).toEqual(['Running low: 1']);
    await desk.sql`update stock set on_hand = allocated + 500 where sku = 'LEN-50'`;
    await look();
    await look();
    expect(await told()).toEqual(['Running low: 1', 'Well stocked again: 1']);
  });

  it('is told of a slip once, and again when it slips again', async () => {
    const before = (await told()).length;
    const promise = (on: string) => desk.sql`
      insert into supplier_promises (po_line_id, promised_on, given_on, source) values ('PO-77-1', ${on}, business_now()::date, 'mail')`;
    await promise('2026-12-10');
    await look();
    await look();
    await promise('2026-12-20');
    await look();
    expect((await told()).slice(before)).toEqual(['Suppliers that slipped: 1', 'Suppliers that slipped: 1']);
  });

  it('hears no more of what is not watched', async () => {
    expect(await shown('alert remove LEN-50')).toContain('LEN-50 is no longer watched.');
    desk.slack.calls.length = 0;
    expect(await shown('alert remove LEN-50')).toContain('LEN-50 was not watched.');
    desk.slack.calls.length = 0;
    expect(await shown('alert list')).toContain('Nothing is watched yet.');
  });
});
