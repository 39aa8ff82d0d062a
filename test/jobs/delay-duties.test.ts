import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, instant } from '../../src/domain/kernel/dates.js';
import type { JobContext } from '../../src/jobs/define-job.js';
import delayDuties from '../../src/jobs/tasks/delay-duties.js';
import supplyMoved from '../../src/jobs/tasks/supply-moved.js';
import type { DeskRules } from '../../src/knowledge/desk-rules.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { openDoor } from '../../src/tools/door.js';
import { segmentOf } from '../../src/tools/notice-segment.js';
import { previewDelayNotice } from '../../src/tools/preview-delay-notice.js';
import type { Principal } from '../../src/tools/principal.js';
import { putOffNotice } from '../../src/tools/put-off-notice.js';
import { sendDelayNotice } from '../../src/tools/send-delay-notice.js';
import { ANAS_SHOP, aShop, type TestShop, TODAY } from '../support/shop.js';

let shop: TestShop;
let context: JobContext;
async function open(more: Partial<typeof ANAS_SHOP> = {}, notices: Partial<DeskRules['notices']> = {}) {
  shop = await aShop({ ...ANAS_SHOP, ...more });
  const { sql, house } = shop;
  const { policy } = house;
  const rules = { ...house.rules, notices: { ...house.rules.notices, ...notices } };
  const door = openDoor({ sql, policy, rules, mail: { connected: true } });
  const log = { info() {}, warn() {}, error() {} };
  context = { sql, policy, rules, door, log, slack: null, wakeSenders() {} };
}
const ON_TIME: Partial<typeof ANAS_SHOP> = {
  purchaseOrders: [{ number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '-2d', supplierHabit: 'on time' }],
};
beforeEach(() => open());
afterEach(() => shop.drop());

const notices = () =>
  shop.sql`select order_number as order, cause, made_by as by from delay_notices order by made_at, id`;
const promise = async (days: number, poLineId = 'PO-77-1'): Promise<number> => {
  const [row] = await shop.sql`
    insert into supplier_promises (po_line_id, promised_on, given_on, source)
    values (${poLineId}, ${addDays(TODAY, days)}, ${TODAY}, 'test') returning id`;
  return Number(row!.id);
};

describe('the duties of the delay rule', () => {
  it('are done by themselves, once, and by a look every hour of business time', async () => {
    await delayDuties.run({}, context);
    const sent = await notices();
    expect(sent).toContainEqual({ order: '1042', cause: null, by: 'delay-duties' });
    await delayDuties.run({}, context);
    expect(await shop.sql`select from audit where tool = 'list_delay_work'`).toHaveLength(1);
    await setBusinessNow(shop.sql, instant('2026-11-23T19:30:00Z'));
    await delayDuties.run({}, context);
    expect(await shop.sql`select from audit where tool = 'list_delay_work'`).toHaveLength(2);
    expect(await notices()).toEqual(sent);
  });

  it('are done at once for whoever waits for what a supplier put off, and nobody else', async () => {
    await shop.drop();
    await open(ON_TIME);
    const id = await promise(40);
    await supplyMoved.run({ promiseIds: [id] }, context);
    const sent = await notices();
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map(({ cause }) => Number(cause)))).toEqual(new Set([id]));
    await supplyMoved.run({ promiseIds: [id] }, context);
    expect(await notices()).toEqual(sent);
  });
});

describe('how a delay is told', () => {
  const order = { tier: 'standard', paidCents: 9_900, slips: 0, isTimeSensitive: false } as const;
  const named = (more: Partial<Parameters<typeof segmentOf>[1]>) =>
    segmentOf(context.rules.notices, { ...order, ...more }).name;

  it('follows the first entry of the policy whose conditions all hold', () => {
    expect(named({})).toBe('standard');
    expect(named({ slips: 1 })).toBe('put-off-again');
    expect(named({ isTimeSensitive: true, slips: 1 })).toBe('needed-by-a-day');
    expect(named({ tier: 'vip', isTimeSensitive: true })).toBe('vip');
    expect(named({ tier: 'vip', slips: 3 })).toBe('put-off-often');
    expect(named({ paidCents: 300_000, slips: 3 })).toBe('very-valuable');
  });
});

describe('a supplier’s first new date ever', () => {
  it('moves what customers are told, though nothing shows yet what its word is worth', async () => {
    await shop.drop();
    await open({
      orders: [{ ...ANAS_SHOP.orders![0]!, statedShipBy: '+20d' }],
      purchaseOrders: [{ number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '+6d', supplierHabit: 'on time' }],
    });
    await supplyMoved.run({ promiseIds: [await promise(40)] }, context);
    const [notice] = await shop.sql`select facts -> 'lines' -> 0 ->> 'revisedShipBy' as day from delay_notices`;
    expect(notice!.day >= addDays(TODAY, 40)).toBe(true);
  });
});

describe('a supplier’s new date that asks for no notice', () => {
  const FAR: Partial<typeof ANAS_SHOP> = {
    customers: ANAS_SHOP.customers.slice(0, 1),
    orders: [{ ...ANAS_SHOP.orders![0]!, statedShipBy: '+40d' }],
    purchaseOrders: [{ number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '+25d', supplierHabit: 'on time' }],
  };
  const told = () => shop.sql`select kind, cause, order_number as order from customer_messages order by made_at, id`;

  it('is told as news, once, with what it goes back to', async () => {
    await shop.drop();
    await open(FAR);
    const id = await promise(10);
    await supplyMoved.run({ promiseIds: [id] }, context);
    await supplyMoved.run({ promiseIds: [id] }, context);
    expect(await told()).toEqual([{ kind: 'date_moved', cause: String(id), order: '1042' }]);
    expect(await notices()).toEqual([]);
  });

  it('is not told when it hardly differs from what they know', async () => {
    await shop.drop();
    await open(
      { ...FAR, orders: [{ ...ANAS_SHOP.orders![0]!, statedShipBy: '+40d' }] },
      { news: { fromDaysMoved: 30 } },
    );
    await supplyMoved.run({ promiseIds: [await promise(28)] }, context);
    expect(await told()).toEqual([]);
  });
});

describe('a notice that a person is asked about first', () => {
  const ASKED = { segments: [], otherwise: { name: 'asked', tone: 'plain', offer: 'none', review: 'person' } as const };
  const GONE: Partial<typeof ANAS_SHOP> = {
    customers: ANAS_SHOP.customers.slice(0, 1),
    orders: [{ ...ANAS_SHOP.orders![0]!, statedShipBy: '+10d' }],
    purchaseOrders: [],
  };
  const review = async () => (await shop.sql`select id, state, goes_at from notice_reviews`)[0]!;
  const lead: Principal = { kind: 'lead', staffId: 'U03LEAD' };
  beforeEach(async () => {
    await shop.drop();
    await open(GONE, ASKED);
    await delayDuties.run({}, context);
  });

  it('waits, and goes by itself when nobody answered in working hours', async () => {
    expect(await notices()).toEqual([]);
    expect(await review()).toMatchObject({ state: 'asked', goes_at: expect.stringMatching('2026-11-24T18:0') });
    await setBusinessNow(shop.sql, instant('2026-11-24T17:00:00Z'));
    await delayDuties.run({}, context);
    expect(await notices()).toEqual([]);
    await setBusinessNow(shop.sql, instant('2026-11-24T18:10:00Z'));
    await delayDuties.run({}, context);
    expect(await notices()).toMatchObject([{ order: '1042', by: 'delay-duties' }]);
    expect((await review()).state).toBe('over');
  });

  it('goes at once on a person’s word', async () => {
    const shown = await context.door.call(previewDelayNotice, { orderNumber: '1042' }, lead);
    if (shown.kind !== 'ready') throw new Error(shown.kind);
    await context.door.call(sendDelayNotice, { orderNumber: '1042', noticeTerms: shown.noticeTerms }, lead);
    expect(await notices()).toMatchObject([{ by: 'U03LEAD' }]);
    expect((await review()).state).toBe('over');
  });

  it('that is left goes a day before the last one, and not at all when it is owed no more', async () => {
    const { id } = await review();
    const left = await context.door.call(putOffNotice, { reviewId: id }, lead);
    // the last day is 2026-12-03, in Los Angeles
    expect(left).toEqual({ kind: 'put_off', goesAt: '2026-12-02T08:00:00.000Z' });
    await setBusinessNow(shop.sql, instant('2026-12-01T20:00:00Z'));
    await delayDuties.run({}, context);
    expect(await notices()).toEqual([]);
    await shop.sql`update order_lines set state = 'cancelled' where id = '1042-2'`;
    await setBusinessNow(shop.sql, instant('2026-12-02T20:00:00Z'));
    await delayDuties.run({}, context);
    expect(await notices()).toEqual([]);
    expect((await review()).state).toBe('over');
  });
});
