import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToInstant, instant, localDate, zone } from '../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../src/domain/kernel/ids.js';
import { money } from '../../src/domain/kernel/money.js';
import { takeDigest } from '../../src/store/digests.js';
import { requestOfShop } from '../../src/store/shop-requests.js';
import { compileDigest } from '../../src/tools/compile-digest.js';
import { decideApproval } from '../../src/tools/decide-approval.js';
import { escalateOrder } from '../../src/tools/escalate-order.js';
import type { Principal } from '../../src/tools/principal.js';
import { requestApproval } from '../../src/tools/request-approval.js';
import { snoozeItem } from '../../src/tools/snooze-item.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter, NOON } from './counter.js';

const MANAGER: Principal = { kind: 'manager', staffId: 'U04MGR' };
const REP: Principal = { kind: 'rep', staffId: 'U01REP' };
const CHANNEL = 'C05MGRS';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(ANAS_SHOP);
  await counter.shop.sql`update customers set tier = 'vip'`;
  await counter.shop
    .sql`update order_lines set backordered_at = business_now() - interval '40 days' where state = 'backordered'`;
});
afterAll(() => counter.shop.drop());

async function digest(input: object = {}) {
  const facts = await counter.door.call(compileDigest, input, MANAGER);
  if (facts.kind === 'denied') throw new Error('denied');
  return facts;
}

describe('compile_digest', () => {
  it('tells of orders at risk, what they are worth, and of the desk', async () => {
    const facts = await digest();
    expect(facts.customers.items[0]).toMatchObject({ tier: 'vip', waitedDays: 40 });
    expect(facts.decisions).toBeGreaterThan(0);
    expect(facts.revenueAtRisk.cents).toBeGreaterThan(0);
    expect(facts.desk).toMatchObject({ conversations: 0, handOffs: 0, promisesDue: 0, offers: 0 });
  });

  it('tells what the shop was asked and has not answered for longer than the policy allows', async () => {
    expect((await digest()).desk).toMatchObject({ shopUnanswered: 0, shopUnansweredSince: null });
    const ask = (key: string, hours: number) =>
      counter.shop.sql.begin((tx) =>
        requestOfShop(tx, {
          ...{ kind: 'refund', orderNumber: OrderNumber.parse('1042'), key, conversationId: null },
          about: { refundId: 1, amount: money(100, 'USD'), paid: money(100, 'USD'), method: 'card', orderLineIds: [] },
          at: addToInstant(NOON, { hours }),
        }),
      );
    await ask('long', -30);
    await ask('longer', -5);
    await ask('just now', -3);
    expect((await digest()).desk).toMatchObject({ shopUnanswered: 2, shopUnansweredSince: '2026-11-22' });
  });

  it('says from when the data are where they are old', async () => {
    await counter.shop.sql`delete from receipts where received_on > '2026-11-10'`;
    const [{ last }] = await counter.shop.sql<
      [{ last: string | null }]
    >`select max(received_on)::text as last from receipts`;
    expect((await digest()).stale.noReceiptSince).toBe(last);
  });

  it('is for leads and managers', async () => {
    expect(await counter.door.call(compileDigest, {}, REP)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(compileDigest, {}, { kind: 'lead', staffId: 'U03LEAD' })).toMatchObject({
      kind: 'compiled',
    });
  });

  it('leaves out what the channel’s last digest told, and counts it', async () => {
    const { told, compiledAt, customers } = await digest();
    const taken = {
      channel: CHANNEL,
      on: localDate('2026-11-22'),
      zone: zone('America/Los_Angeles'),
      compiledAt: instant(compiledAt),
      told,
    };
    expect(await counter.shop.sql.begin((tx) => takeDigest(tx, taken))).toBe(true);
    expect(await counter.shop.sql.begin((tx) => takeDigest(tx, taken))).toBe(false);
    const next = await digest({ channel: CHANNEL });
    expect(next.customers).toMatchObject({ items: [], unchanged: customers.items.length });
    expect((await digest()).customers.items).toEqual(customers.items);
  });

  it('leaves out what was snoozed until its day, and counts it', async () => {
    const item = (await digest()).customers.items[0]?.item;
    const snooze = { item, reason: 'they called: all is well', untilOn: '2026-11-25' };
    expect(await counter.door.call(snoozeItem, { ...snooze, untilOn: '2026-11-23' }, MANAGER)).toMatchObject({
      kind: 'not_ahead',
    });
    expect(await counter.door.call(snoozeItem, snooze, REP)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(snoozeItem, snooze, MANAGER)).toMatchObject({ kind: 'snoozed' });
    expect((await digest()).customers).toMatchObject({ snoozed: 1 });
    expect((await digest({ on: '2026-11-25' })).customers).toMatchObject({ snoozed: 0 });
    expect((await digest()).decided).toContainEqual(
      expect.objectContaining({ kind: 'snoozed', by: 'U04MGR', outcome: 'they called: all is well' }),
    );
  });

  it('counts what a colleague has already, and tells of the decision', async () => {
    const [order] = (await digest({ on: '2026-11-25' })).customers.items;
    await counter.door.call(
      escalateOrder,
      { orderNumber: order?.orderNumber, reason: 'call them', assignTo: 'U01REP' },
      MANAGER,
    );
    const after = await digest();
    expect(after.customersWithColleague).toBe(1);
    expect(after.decided).toContainEqual(
      expect.objectContaining({ kind: 'escalated', about: order?.orderNumber, outcome: 'open' }),
    );
  });

  it('tells what was approved and declined, by whom, and what came of it', async () => {
    await counter.shop.sql`update skus set unit_cost_cents = 40000`;
    const lead: Principal = { kind: 'lead', staffId: 'U03LEAD' };
    const decided = async (decision: object) => {
      const wanted = { orderNumber: '1042', offer: 'credit', worth: { percent: 20 } };
      const asked = await counter.door.call(requestApproval, wanted, REP);
      if (asked.kind !== 'requested') throw new Error(asked.kind);
      await counter.door.call(decideApproval, { approvalId: asked.approvalId, decision }, lead);
      const about = (await digest()).decided.filter(({ kind }) => !['escalated', 'snoozed'].includes(kind));
      return about.at(-1);
    };
    expect(await decided({ kind: 'decline', reason: 'a credit went out last week' })).toMatchObject({
      ...{ kind: 'declined', by: 'U03LEAD', about: '1042', worth: { cents: 16_400 } },
      outcome: 'a credit went out last week',
    });
    expect(await decided({ kind: 'approve', reason: 'as asked' })).toMatchObject({
      ...{ kind: 'approved', by: 'U03LEAD', about: '1042', worth: { cents: 16_400 } },
      outcome: 'the shop has not confirmed it yet, the customer was not told in a chat, order kept',
    });
    expect((await digest()).decided.some(({ kind }) => kind === 'offered')).toBe(false);
  });
});
