import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, instant } from '../../src/domain/kernel/dates.js';
import { getSupplierScorecard } from '../../src/tools/get-supplier-scorecard.js';
import { listNewStockouts } from '../../src/tools/list-new-stockouts.js';
import { listSupplierSlips } from '../../src/tools/list-supplier-slips.js';
import type { Principal } from '../../src/tools/principal.js';
import { ANAS_SHOP, TODAY } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

const REP: Principal = { kind: 'rep', staffId: 'rita' };
const DIGEST: Principal = { kind: 'system', job: 'digest' };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(ANAS_SHOP);
  const { sql } = counter.shop;
  const day = (days: number) => addDays(TODAY, days);
  await sql`insert into supplier_terms (supplier_id, agreed_on, lead_days, on_time_rate, fill_rate)
    values ('supplier-1', ${day(-900)}, 50, 0.5, 0.5), ('supplier-1', ${day(-500)}, 30, 0.9, 1)`;
  await sql`insert into defects (po_line_id, found_on, quantity) values ('PO-77-H1-1', ${day(-30)}, 2)`;
  await sql`insert into supplier_questions (po_number, asked_on, answered_on) values ('PO-77', ${day(-10)}, ${day(-8)})`;
  await sql`insert into suppliers (id, name, zone) values ('kestrel', 'Kestrel Imaging', 'Asia/Taipei')`;
});
afterAll(() => counter.shop.drop());

const scorecard = (supplier: string, who = REP) => counter.door.call(getSupplierScorecard, { supplier }, who);

describe('get_supplier_scorecard', () => {
  it('counts the last year by hand: eleven deliveries, each three days late and whole', async () => {
    const found = await scorecard('supplier-1');
    expect(found).toMatchObject({
      kind: 'found',
      supplierName: 'Supplier 1',
      figures: {
        onTimeRate: { value: 0, count: 11, isThin: false },
        slipP50: { value: 3 },
        slipP90: { value: 3 },
        leadDaysP50: { value: 33 },
        fillRate: { value: 1 },
        defectRate: { value: 2 / 110 },
        answeredRate: { value: 1, count: 1, isThin: true },
        answerDaysP50: { value: 2 },
      },
      singleSource: { value: 1, count: 1 },
    });
  });

  it('holds the newest agreement against it: late and slow, and whole as agreed', async () => {
    expect(await scorecard('supplier-1')).toMatchObject({
      agreedTerms: { leadDays: 30, onTimeRate: 0.9, fillRate: 1, acknowledgementDays: null, defectRate: null },
      breaches: [
        { term: 'leadDays', agreed: 30, actual: 33, isThin: false },
        { term: 'onTimeRate', agreed: 0.9, actual: 0, isThin: false },
      ],
    });
  });

  it('shows what is open, and who waits for it', async () => {
    expect(await scorecard('supplier-1')).toMatchObject({
      openOrders: [{ poLineId: 'PO-77-1', sku: 'LEN-50', openUnits: 40, promisedOn: '2026-11-29', overdueDays: 0 }],
      openLines: 1,
      openUnits: 40,
      overdueLines: 0,
      waiting: { waitingUnits: 2, waitingOrders: 2, waitingCustomers: 2, revenueWaiting: { cents: 164_000 } },
    });
  });

  it('finds a supplier by misspelt words, asks where several fit, and says when none does', async () => {
    expect(await scorecard('kestral')).toMatchObject({ kind: 'found', supplierId: 'kestrel', agreedTerms: null });
    await counter.shop.sql`insert into suppliers (id, name, zone) values ('kestrel-2', 'Kestrel Audio', 'Asia/Taipei')`;
    expect(await scorecard('kestrel imaging')).toMatchObject({ kind: 'found', supplierId: 'kestrel' });
    expect(await scorecard('Kestrel Aud')).toMatchObject({ kind: 'found', supplierId: 'kestrel-2' });
    expect(await scorecard('kestre')).toMatchObject({ kind: 'several', total: 2 });
    expect(await scorecard('zzz')).toEqual({ kind: 'not_found' });
  });
});

describe('list_supplier_slips', () => {
  const since = instant('2026-11-22T08:00:00Z');
  const list = (limit?: number) => counter.door.call(listSupplierSlips, { since, limit }, DIGEST);

  it('tells a moved date with the order lines that it serves, and a passed one', async () => {
    expect(await list()).toMatchObject({ kind: 'listed', slips: [], total: 0 });
    const { sql } = counter.shop;
    await sql`insert into supplier_promises (po_line_id, promised_on, given_on, source)
      values ('PO-77-1', '2026-12-05', '2026-11-22', 'e-mail')`;
    expect(await list()).toMatchObject({
      total: 1,
      slips: [
        {
          kind: 'moved',
          poLineId: 'PO-77-1',
          oldPromisedOn: '2026-11-29',
          newPromisedOn: '2026-12-05',
          daysMoved: 6,
          timesMoved: 1,
          overdueDays: 0,
          orderLineIds: ['2001-1', '1042-2'],
          waitingCustomers: 2,
          revenueWaiting: { cents: 164_000, currency: 'USD' },
        },
      ],
    });
    await sql`insert into purchase_orders (number, supplier_id, location_id, ordered_on) values ('PO-8', 'kestrel', 'main', '2026-10-01')`;
    await sql`insert into purchase_order_lines (po_number, line_number, sku, quantity) values ('PO-8', 1, 'BAG-1', 5)`;
    await sql`insert into supplier_promises (po_line_id, promised_on, given_on, source)
      values ('PO-8-1', '2026-11-22', '2026-10-02', 'e-mail')`;
    expect(await list()).toMatchObject({
      total: 2,
      slips: [
        { kind: 'moved' },
        { kind: 'passed', poLineId: 'PO-8-1', newPromisedOn: null, daysMoved: 1, overdueDays: 1, waitingLines: 0 },
      ],
    });
    expect(await list(1)).toMatchObject({ total: 2, slips: [{ kind: 'moved' }] });
  });

  it('leaves out what has come', async () => {
    await counter.shop.sql`insert into receipts (po_line_id, received_on, quantity) values ('PO-8-1', ${TODAY}, 5)`;
    expect(await list()).toMatchObject({ total: 1 });
  });
});

describe('list_new_stockouts', () => {
  const list = (since: string) => counter.door.call(listNewStockouts, { since: instant(since) }, DIGEST);

  it('tells what ran out since a moment, and not what had before it', async () => {
    expect(await list('2026-11-01T00:00:00Z')).toMatchObject({
      total: 1,
      stockouts: [
        {
          sku: 'LEN-50',
          waitingUnits: 2,
          waitingOrders: 2,
          revenueWaiting: { cents: 164_000 },
          unitsOnOrder: 40,
          missingUnits: 0,
          outSince: '2026-11-03T20:00:00.000Z',
          orderLineIds: ['2001-1', '1042-2'],
        },
      ],
    });
    expect(await list('2026-11-08T00:00:00Z')).toMatchObject({ total: 0, stockouts: [] });
  });

  it('takes a shelf for empty still when who waited first has been served since', async () => {
    const { sql } = counter.shop;
    await sql`update order_lines set state = 'allocated' where id = '2001-1'`;
    await sql`insert into order_line_events (order_line_id, from_state, to_state, at, actor, reason)
      values ('2001-1', 'backordered', 'allocated', '2026-11-20T00:00:00Z', 'system', 'came')`;
    expect(await list('2026-11-08T00:00:00Z')).toMatchObject({ total: 0 });
    expect(await list('2026-11-01T00:00:00Z')).toMatchObject({ total: 1, stockouts: [{ waitingUnits: 1 }] });
  });
});
