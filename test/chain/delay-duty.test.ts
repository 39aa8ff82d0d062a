import { afterEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { shippedRules } from '../../src/knowledge/desk-rules.js';
import { exportEvidence } from '../../src/tools/export-evidence.js';
import { listDelayDuties } from '../../src/tools/list-delay-duties.js';
import { aDutyShop, type DutyShop } from '../support/duty-shop.js';

/** The dated cases of docs/delay-rule.md, each lived through day by day: what is sent when, and what is cancelled. */
type Scenario = z.input<typeof ScenarioShop>;
type Line = NonNullable<NonNullable<Scenario['orders']>[number]>['lines'][number];

const PLACED = '2026-09-01';
const REP = { kind: 'rep' as const, staffId: 'U01REP' };

const line = (more: Partial<Line> = {}): Line => ({
  ...{ line: 1, sku: 'LEN-50', item: '50 mm lens', price: 100, state: 'backordered' as const },
  ...more,
});
const order = (more: object = {}) => ({
  number: '1',
  customer: 'ana',
  placed: '0d',
  paid: 100,
  lines: [line()],
  ...more,
});
/** T = 2026-09-20 unless told otherwise. */
const stated = (more: object = {}) => order({ statedShipBy: '+19d', ...more });
const shopWith = (orders: Scenario['orders'], more: Partial<Scenario> = {}): Scenario => ({
  customers: [{ id: 'ana', name: 'Ana Silva', email: 'ana@example.com' }],
  orders,
  purchaseOrders: [{ number: 'PO-1', sku: 'LEN-50', qty: 40, promised: '+9d', supplierHabit: 'on time' }],
  ...more,
});
/** Nobody can be written to, so that no notice is ever given. */
const NO_EMAIL: Partial<Scenario> = { customers: [{ id: 'ana', name: 'Ana Silva' }] };

let shop: DutyShop;
const open = async (scenario: Scenario, rules = shippedRules()) => {
  shop = await aDutyShop(scenario, PLACED, rules);
};
afterEach(() => shop.drop());

/** Each mail with its day and its first words. */
const sent = () => shop.mails.map(({ on, subject }) => `${on} ${subject}`);
const vested = async (number = '1') => {
  const found = await shop.door.call(exportEvidence, { orderNumber: number }, REP);
  if (found.kind !== 'exported') throw new Error(found.kind);
  const [first] = found.evidence.lines;
  return { row: first?.cancelledBy?.row, refund: first?.refund, state: first?.state };
};
const cancelledOn = async (until: string) =>
  shop.daysUntil(until, async () => (await shop.states())['1-1'] === 'cancelled');

describe('the dated cases, day by day', () => {
  it('D1: no stated time, nobody to write to: vests on 2026-10-02, cancelled and to be refunded by 2026-10-13', async () => {
    await open(shopWith([order()], NO_EMAIL));
    await shop.day('2026-09-28');
    await shop.daysUntil('2026-10-02');
    expect(await vested()).toMatchObject({ row: '8', refund: { vestedOn: '2026-10-02', notAfter: '2026-10-14' } });
    const clock = await shop.door.call(listDelayDuties, {}, REP);
    expect(clock).toMatchObject({ duties: expect.arrayContaining([expect.objectContaining({ duty: 'review' })]) });
    expect(await cancelledOn('2026-10-20')).toBe('2026-10-13');
    expect(await shop.refunds()).toEqual([{ lines: ['1-1'], cents: 10000, sendBy: '2026-10-13' }]);
  });

  it('D1, at once where policy says so, still from the day it vested', async () => {
    const rules = shippedRules();
    await open(shopWith([order()], NO_EMAIL), { ...rules, notices: { ...rules.notices, missed: 'at_once' } });
    await shop.day('2026-09-29');
    expect(await cancelledOn('2026-10-20')).toBe('2026-10-02');
    expect(await shop.refunds()).toMatchObject([{ sendBy: '2026-10-13' }]);
  });

  it('D2: an application for credit makes it 2026-10-21', async () => {
    await open(shopWith([order({ credit: true })], NO_EMAIL));
    await shop.day('2026-10-02');
    await shop.day('2026-10-21');
    expect((await vested()).state).toBe('in_time');
    await shop.day('2026-10-22');
    expect(await vested()).toMatchObject({ row: '8', refund: { vestedOn: '2026-10-22' } });
  });

  it('D3: R = 2026-10-20: one notice, no reminder, silence waits until it ships', async () => {
    await open(shopWith([stated()]));
    await shop.day('2026-09-10');
    await shop.promiseFor('1', 'PO-1-1', '2026-10-20');
    await shop.daysUntil('2026-09-22');
    await shop.day('2026-10-08');
    expect(sent()).toEqual(['2026-09-10 Your order 1 is delayed: wait, or cancel for a refund']);
    expect(shop.mails[0]?.text).toContain("If you don't answer, we take it that you agree to wait.");
    await shop.ship('1-1');
    await shop.day('2026-10-21');
    expect(sent()).toHaveLength(1);
    expect(await shop.states()).toEqual({ '1-1': 'shipped' });
  });

  it('D4: R = 2026-10-21: reminded on the 13th and 18th, cancelled after the 20th, and told with the refund', async () => {
    await open(shopWith([stated()]));
    await shop.day('2026-09-10');
    await shop.promiseFor('1', 'PO-1-1', '2026-10-21');
    await shop.day('2026-10-10');
    expect(await cancelledOn('2026-10-30')).toBe('2026-10-21');
    expect(sent()).toEqual([
      '2026-09-10 Please answer: your order 1 is delayed',
      '2026-10-13 Please answer by Tue, Oct 20: do you still want your order 1?',
      '2026-10-18 Please answer by Tue, Oct 20: do you still want your order 1?',
      '2026-10-21 $100.00 comes back to you: order 1',
    ]);
    expect(shop.mails.at(-1)?.text).toContain('It is sent by Thu, Oct 29.');
    expect(await shop.refunds()).toEqual([{ lines: ['1-1'], cents: 10000, sendBy: '2026-10-29' }]);
    await shop.day('2026-10-30');
    expect(sent()).toHaveLength(4);
  });

  it('D4, kept by an express yes: not cancelled, and asked anew before the date agreed to when that slips', async () => {
    await open(shopWith([stated()]));
    await shop.day('2026-09-10');
    await shop.promiseFor('1', 'PO-1-1', '2026-10-21');
    await shop.day('2026-10-14');
    expect(await shop.answer('notice-1-1', 'keep')).toBe('kept');
    await shop.promiseFor('1', 'PO-1-1', '2026-11-10');
    expect(sent().at(-1)).toBe('2026-10-14 Please answer: your order 1 is delayed again');
    await shop.day('2026-10-21');
    expect(await shop.states()).toEqual({ '1-1': 'backordered' });
    expect(await cancelledOn('2026-10-30')).toBe('2026-10-22');
  });

  it('D5: no date: the reason is given; a yes waits without end, and may cancel at any time', async () => {
    await open(shopWith([stated()], { purchaseOrders: [] }));
    await shop.day('2026-09-02');
    expect(shop.mails[0]?.text).toContain('we are out of stock, and have no confirmed delivery');
    expect(await shop.answer('notice-1-1', 'keep')).toBe('kept');
    for (const day of ['2026-09-18', '2026-10-19', '2026-10-21', '2026-11-20']) await shop.day(day);
    expect(sent()).toHaveLength(1);
    expect(await shop.states()).toEqual({ '1-1': 'backordered' });
  });

  it('D5, unanswered: cancelled after 2026-10-20', async () => {
    await open(shopWith([stated()], { purchaseOrders: [] }));
    await shop.day('2026-09-05');
    await shop.day('2026-10-18');
    expect(await cancelledOn('2026-10-30')).toBe('2026-10-21');
  });

  it('D6: the mail server is away until after 2026-09-20: no late notice goes out, and it counts as cancelled', async () => {
    await open(shopWith([stated()], { purchaseOrders: [] }));
    shop.mood = 'not_yet';
    await shop.day('2026-09-17');
    await shop.daysUntil('2026-09-20');
    shop.mood = 'accepted';
    await shop.day('2026-09-21');
    expect(sent()).toEqual([]);
    expect(await shop.sql`select state, dropped_because from delay_notices`).toEqual([
      { state: 'dropped', dropped_because: 'too_late' },
    ]);
    expect(await vested()).toMatchObject({ row: '8', refund: { vestedOn: '2026-09-21' } });
    expect(await cancelledOn('2026-10-10')).toBe('2026-09-29');
    expect(sent()).toEqual(['2026-09-29 $100.00 comes back to you: order 1']);
  });

  it('D7: R1 = 2026-09-30 slips by a day: asked anew by the 27th, cancelled after the 30th', async () => {
    await open(shopWith([stated()]));
    await shop.day('2026-09-10');
    await shop.promiseFor('1', 'PO-1-1', '2026-09-30');
    await shop.day('2026-09-15');
    await shop.promiseFor('1', 'PO-1-1', '2026-10-01');
    expect(sent()).toHaveLength(1);
    expect(await cancelledOn('2026-10-10')).toBe('2026-10-01');
    expect(sent()[1]).toMatch(/^2026-09-2[1-7] Please answer: your order 1 is delayed again$/);
    expect(await vested()).toMatchObject({ row: '7', refund: { vestedOn: '2026-10-01' } });
  });

  it('D8: a notice without the offer to cancel is none', async () => {
    const notices = [{ sent: '0d', revisedShipBy: '+40d', offersCancel: false }];
    await open(shopWith([stated({ notices })], NO_EMAIL));
    await shop.day('2026-09-21');
    expect(await vested()).toMatchObject({ row: '8', refund: { vestedOn: '2026-09-21' } });
  });

  it('D9: a label on 2026-09-19 is no shipment', async () => {
    await open(shopWith([stated({ lines: [line({ state: 'allocated' })] })]));
    await shop.day('2026-09-19');
    await shop.label('1-1');
    await shop.day('2026-09-21');
    expect(await vested()).toMatchObject({ row: '8', refund: { vestedOn: '2026-09-21' } });
  });

  it('D10: cancelled by the link before the carrier had it: refund by 2026-10-05, and the parcel is a person’s', async () => {
    await open(shopWith([stated()]));
    await shop.day('2026-09-10');
    await shop.promiseFor('1', 'PO-1-1', '2026-10-15');
    await shop.day('2026-09-25');
    expect(await shop.answer('notice-1-1', 'cancel')).toBe('cancelled');
    expect(await shop.refunds()).toMatchObject([{ cents: 10000, sendBy: '2026-10-05' }]);
    await shop.sql`update business_clock set time_offset = time_offset + interval '1 hour'`;
    await shop.ship('1-1');
    await shop.day('2026-09-26');
    const clock = await shop.door.call(listDelayDuties, {}, REP);
    expect(clock).toMatchObject({ duties: expect.arrayContaining([expect.objectContaining({ duty: 'review' })]) });
  });

  it('D11: partly shipped: nothing is cancelled by itself, $200.00 wait for a person’s review', async () => {
    const three = { lines: [line({ qty: 3 })], paid: 305, postage: 5 };
    await open(shopWith([stated(three)], { purchaseOrders: [] }));
    await shop.day('2026-09-02');
    await shop.ship('1-1', 1);
    await shop.day('2026-10-18');
    await shop.daysUntil('2026-10-22');
    expect(await shop.states()).toEqual({ '1-1': 'part_shipped' });
    const found = await shop.door.call(exportEvidence, { orderNumber: '1' }, REP);
    expect(found).toMatchObject({ evidence: { refund: { amount: { cents: 20000 }, needsReview: true } } });
  });

  it('D12: store credit is no refund: it stays owed', async () => {
    await open(shopWith([stated()], { purchaseOrders: [] }));
    await shop.day('2026-09-05');
    await shop.day('2026-10-21');
    await shop.sql`
      insert into delay_records (order_line_id, kind, payload, at, source) values ('1-1', 'refund_sent',
        '{"form":"store_credit","amount":{"cents":10000,"currency":"USD"},"proof":null}', business_now(), 'test')`;
    await shop.day('2026-10-25');
    expect(await vested()).toMatchObject({ refund: { state: 'owed', refused: [{ because: 'not_money' }] } });
  });
});

describe('a customer with several orders', () => {
  const two = shopWith(
    ['1', '2', '3'].map((number) => stated({ number, customer: number === '3' ? 'ben' : 'ana' })),
    {
      customers: ['ana', 'ben'].map((id) => ({ id, name: `${id} Silva`, email: `${id}@example.com` })),
      purchaseOrders: [],
    },
  );

  it('gets one mail, with links and evidence of their own for each', async () => {
    await open(two);
    await shop.day('2026-09-02');
    expect(shop.mails.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
      'ana@example.com Please answer: your orders 1 and 2 are delayed',
      'ben@example.com Please answer: your order 3 is delayed',
    ]);
    const [both] = shop.mails.filter(({ to }) => to.startsWith('ana'));
    for (const notice of ['notice-1-1', 'notice-2-1']) expect(both?.text).toContain(`/delay-notice/${notice}/cancel/`);
    expect(await shop.answer('notice-2-1', 'cancel')).toBe('cancelled');
    expect(await shop.states()).toEqual({ '1-1': 'backordered', '2-1': 'cancelled', '3-1': 'backordered' });
  });

  it('gets what is left of it when something shipped before it went, and nothing when nothing is', async () => {
    await open(two);
    shop.mood = 'not_yet';
    await shop.day('2026-09-02');
    await shop.ship('2-1');
    await shop.ship('3-1');
    shop.mood = 'accepted';
    await shop.day('2026-09-03');
    expect(sent()).toEqual(['2026-09-03 Please answer: your order 1 is delayed']);
  });
});
