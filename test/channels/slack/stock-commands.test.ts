import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

/** Calls a command and returns what the caller was shown. */
async function shown(text: string, user = 'U01REP'): Promise<string> {
  await desk.command(text, { user });
  const [answer] = await desk.slack.heard('response_url');
  return JSON.stringify(answer?.args.blocks ?? answer?.args.text);
}

const stocked = (onHand: number) => desk.sql`update stock set on_hand = allocated + ${onHand} where sku = 'LEN-50'`;

describe('/backorder queue', () => {
  it('shows who gets the next units and why, and whoever may not give them out no button', async () => {
    await stocked(0);
    const card = await shown('queue len-50 1');
    expect(card).toContain('Nothing lies free, shown as if 1 unit were here. 1 unit would be given; 1 more is wanted.');
    expect(card).toMatch(/1\. \*.+, order \d+\*: 1 unit {2}_.+_/);
    expect(card).not.toContain('allocation:approve');
  });

  it('lets a manager give them out from the plan as it was shown, once', async () => {
    await stocked(1);
    const card = await shown('queue LEN-50', 'U04MGR');
    expect(card).toContain('"action_id":"allocation:approve"');
    desk.slack.calls.length = 0;
    await desk.press('allocation:approve', { sku: 'LEN-50' }, { user: 'U04MGR' });
    const [opened] = desk.slack.of('views.open');
    const view = opened?.args.view as { private_metadata: string; blocks: unknown };
    expect(JSON.stringify(view.blocks)).toContain('1 unit to 1 order line; 1 more is wanted.');
    await desk.submit('approve-allocation', view.private_metadata, {}, { user: 'U04MGR' });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toBe('Done: 1 unit of LEN-50 to 1 order line.');
    // a colleague had the same plan open
    await desk.submit('approve-allocation', view.private_metadata, {}, { user: 'U04MGR' });
    expect((await desk.slack.heard('response_url', 2))[1]?.args.text).toContain('Nothing was given:');
    expect(await desk.sql`select units from allocation_runs`).toEqual([{ units: 1 }]);
  });

  it('refuses the press of whoever is no manager', async () => {
    await desk.press('allocation:approve', { sku: 'LEN-50' });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('That is for managers.');
  });

  it('says that nobody waits, and that there is no such SKU', async () => {
    expect(await shown('queue TRI-1')).toMatch(/Nobody waits for|There is no SKU/);
    desk.slack.calls.length = 0;
    expect(await shown('queue NO-1')).toContain('There is no SKU NO-1.');
  });
});

describe('what a representative looks up', () => {
  it('stock: by place, what comes, who waits', async () => {
    const card = await shown('stock LEN-50');
    expect(card).toMatch(/on hand, .* set aside, .* free/);
    expect(card).toContain('*PO-77-1*: 40 units from');
    expect(card).toContain('"action_id":"queue:show"');
  });

  it.each(['eta 1042', 'eta #1042', 'eta LEN-50', 'eta 1042-2'])(
    '%s: dates, the deliveries behind them, what would change them',
    async (text) => {
      const card = await shown(text);
      expect(card).toMatch(/Ships likely \w+, \w+ \d+; count on \w+, \w+ \d+\. Arrives likely/);
      expect(card).toContain('*PO-77-1*');
      expect(card).toContain('*What would change it*');
    },
  );

  it('eta of something unknown says so', async () => {
    expect(await shown('eta 99999')).toContain('“99999” is no order and no SKU of this shop.');
  });

  it('risk and supplier', async () => {
    expect(await shown('risk')).toMatch(/may run out before goods come|Nothing is likely to run out/);
    desk.slack.calls.length = 0;
    const [{ name }] = await desk.sql<
      [{ name: string }]
    >`select s.name from suppliers s join purchase_orders p on p.supplier_id = s.id limit 1`;
    expect(await shown(`supplier ${name.toLowerCase()}`)).toContain(`*${name}* · the last year`);
    desk.slack.calls.length = 0;
    expect(await shown('supplier zzzzz')).toContain('I know no supplier like “zzzzz”.');
  });
});
