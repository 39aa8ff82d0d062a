import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainEta } from '../../src/tools/explain-eta.js';
import { getLineEta } from '../../src/tools/get-line-eta.js';
import type { Principal } from '../../src/tools/principal.js';
import { rosterFor, TOOLS } from '../../src/tools/roster.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

const REP: Principal = { kind: 'rep', staffId: 'rita' };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter({ ...ANAS_SHOP, stock: [{ sku: 'CAP', onHand: 3, price: 10 }] });
});
afterAll(() => counter.shop.drop());

const explain = (input: Record<string, unknown>) => counter.door.call(explainEta, input, REP);

describe('explain_eta', () => {
  it('tells the chain of a line: the queue, the purchase order, its supplier’s habit, the warehouse, the carrier', async () => {
    const seen = await explain({ orderLineId: '1042-2', byDate: '2026-12-31' });
    expect(seen).toMatchObject({
      kind: 'explained',
      total: 1,
      explanations: [
        {
          kind: 'estimated',
          queuePosition: 2,
          unitsAhead: 1,
          waitingLines: 2,
          waitingUnits: 2,
          because: { reason: 'supplier_usually_late', days: 3 },
          purchaseOrders: [
            {
              poLineId: 'PO-77-1',
              supplierName: 'Supplier 1',
              firstPromisedOn: '2026-11-29',
              promisedOn: '2026-11-29',
              overdueDays: 0,
              timesMoved: 0,
              unitsForOthers: 1,
              unitsForThisLine: 1,
              habit: { receipts: 12, lateShare: 1, usualSlipDays: 3, chanceShort: 0 },
            },
          ],
          receivingDays: 1,
          packingDays: 1,
          chanceByDate: { byDate: '2026-12-31', shipped: 1 },
        },
      ],
    });
  });

  it('tells the same dates as the shopper is told', async () => {
    const seen = await explain({ orderLineId: '1042-2' });
    const told = await counter.door.call(getLineEta, { orderLineId: '1042-2' }, REP);
    if (seen.kind !== 'explained' || told.kind !== 'estimated') throw new Error(`${seen.kind}, ${told.kind}`);
    const [one] = seen.explanations;
    if (one?.kind !== 'estimated') throw new Error(one?.kind);
    expect([one.ships.likelyOn, one.ships.cautiousOn]).toEqual([told.likelyOn, told.cautiousOn]);
    expect([one.arrives.likelyOn, one.arrives.cautiousOn]).toEqual([told.arrivesLikelyOn, told.arrivesCautiousOn]);
    expect(one.ships.earliestOn <= one.ships.likelyOn).toBe(true);
  });

  it('says what would change it, and to what', async () => {
    const seen = await explain({ orderLineId: '1042-2' });
    expect(seen).toMatchObject({
      explanations: [
        {
          wouldChange: [
            { kind: 'sent_express', arrives: expect.any(Object) },
            { kind: 'without_order', poLineId: 'PO-77-1', ships: null },
          ],
        },
      ],
    });
  });

  it('explains all of an order that waits, and names the rest', async () => {
    expect(await explain({ orderNumber: '1042' })).toMatchObject({
      total: 1,
      explanations: [{ orderLineId: '1042-2' }],
      notWaiting: [
        { orderLineId: '1042-1', lineState: 'shipped' },
        { orderLineId: '1042-3', lineState: 'allocated' },
      ],
    });
  });

  it('puts a new order behind everybody, and says what lies free', async () => {
    expect(await explain({ sku: 'LEN-50', units: 39 })).toMatchObject({
      explanations: [
        {
          kind: 'not_covered',
          reason: 'short_supply',
          missingUnits: 1,
          queuePosition: 3,
          unitsAhead: 2,
          onOrder: [{ poLineId: 'PO-77-1' }],
          ifOrderedToday: { supplierId: 'supplier-1', units: 1, likelyOn: expect.any(String) },
        },
      ],
    });
    expect(await explain({ sku: 'CAP' })).toMatchObject({
      explanations: [
        {
          kind: 'not_covered',
          reason: 'no_supply',
          missingUnits: 1,
          ifOrderedToday: null,
          wouldChange: [{ kind: 'free_units_allocated', unitsFree: 3 }],
        },
      ],
    });
  });

  it('wants one thing named, and says when it is unknown', async () => {
    await expect(explain({})).rejects.toThrow('name one of');
    await expect(explain({ sku: 'CAP', orderNumber: '1042' })).rejects.toThrow('name one of');
    expect(await explain({ orderNumber: '9999' })).toEqual({ kind: 'not_found' });
    expect(await explain({ sku: 'NONE' })).toEqual({ kind: 'not_found' });
  });
});

describe('what a shopper may know of it', () => {
  it('is the place in line and the announced day, moved or not, with no name of a supplier or an order', async () => {
    const ana = await counter.shopper('ana');
    const told = await counter.door.call(getLineEta, { orderLineId: '1042-2' }, ana);
    expect(told).toMatchObject({ queuePosition: 2, deliveryAnnouncedOn: '2026-11-29', isDeliveryPutOff: false });
    await counter.shop.sql`insert into supplier_promises (po_line_id, promised_on, given_on, source)
      values ('PO-77-1', '2026-12-04', '2026-11-20', 'e-mail')`;
    const moved = await counter.door.call(getLineEta, { orderLineId: '1042-2' }, ana);
    expect(moved).toMatchObject({ deliveryAnnouncedOn: '2026-12-04', isDeliveryPutOff: true });
    expect(JSON.stringify(moved)).not.toMatch(/PO-77|supplier-1|Supplier 1|Ben/);
  });
});

describe('the staff’s tools', () => {
  const STAFF = [
    'explain_eta',
    'get_supplier_scorecard',
    'get_stock_view',
    'get_stock_risk',
    'get_demand_forecast',
    'propose_reorder',
    'list_supplier_slips',
    'list_new_stockouts',
  ];
  const input: Record<string, unknown> = {
    sku: 'CAP',
    supplier: 'x',
    since: '2026-11-01T00:00:00Z',
  };

  it('are on no shopper’s roster, and the door denies them one by one, with a trace', async () => {
    expect(rosterFor('shopper').filter(({ name }) => STAFF.includes(name))).toEqual([]);
    const ana = await counter.shopper('ana');
    for (const tool of TOOLS.filter(({ name }) => STAFF.includes(name))) {
      expect(await counter.door.call(tool as never, input, ana)).toEqual({ kind: 'denied' });
    }
    const denied = (await counter.trail()).filter(({ allowed }) => allowed === false).map(({ tool }) => tool);
    expect(denied).toEqual(TOOLS.map(({ name }) => name).filter((name) => STAFF.includes(name)));
  });

  it('that decide about buying or judge a supplier are not for jobs', () => {
    const forJobs = rosterFor('system').map(({ name }) => name);
    expect(STAFF.filter((name) => !forJobs.includes(name))).toEqual([
      'get_supplier_scorecard',
      'get_stock_view',
      'propose_reorder',
    ]);
  });
});
