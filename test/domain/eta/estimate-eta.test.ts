import { describe, expect, it } from 'vitest';
import {
  chanceArrivedBy,
  chanceShippedBy,
  type EstimatedEta,
  estimateEta,
} from '../../../src/domain/eta/estimate-eta.js';
import { FillHabits } from '../../../src/domain/eta/fill-habit.js';
import { makeBusinessCalendar } from '../../../src/domain/kernel/business-calendar.js';
import { d } from '../arbitraries.js';
import { aBackorder, aContext, acme, aSupply, bolt, dates, estimated, TEN_SLIPS } from './eta-fixtures.js';

const served = (eta: EstimatedEta) =>
  eta.chain.purchaseOrders.map((l) => [l.poNumber, l.unitsForOthers, l.unitsForThisLine]);

describe('the estimate for a line covered by one purchase order', () => {
  it('is promise, slip, receiving, packing and transit', () => {
    const eta = estimated(aBackorder(2, 3), [aSupply()]);
    // Promised Tue 1 December. Likely +2: Thu 3 at the dock, Fri 4 on the shelf, Mon 7 with the carrier.
    // Cautious +9: Thu 10 at the dock, Fri 11 on the shelf, Mon 14 with the carrier.
    expect(dates(eta).ships).toEqual(['2026-12-07', '2026-12-14']);
    expect(eta.chain.purchaseOrders).toEqual([
      {
        poLineId: 'PO-1-1',
        poNumber: 'PO-1',
        supplierId: 'acme',
        locationId: 'oakland',
        promisedOn: '2026-12-01',
        receiptLikelyOn: '2026-12-03',
        receiptCautiousOn: '2026-12-10',
        unitsForOthers: 3,
        unitsForThisLine: 2,
      },
    ]);
    expect(eta.supplierNote).toEqual({ kind: 'supplier_usually_late', days: 3 });
  });

  it('says what it rests on, from the queue to the carrier', () => {
    const { chain } = estimated(aBackorder(2, 3), [aSupply()]);
    expect(chain).toMatchObject({
      unitsAhead: 3,
      quantity: 2,
      receivingDays: 1,
      packingDays: 1,
      transitDays: { likely: 4, cautious: 6 },
    });
    expect(chain.suppliers.get(acme)).toEqual({ receipts: 10, lateShare: 0.8, reachedByHalf: 3 });
  });

  it('tells the chance that it has shipped by a day', () => {
    const eta = estimated(aBackorder(), [aSupply()]);
    expect(chanceShippedBy(eta, d('2026-12-02'))).toBe(0);
    expect(chanceShippedBy(eta, d('2026-12-03'))).toBeCloseTo(0.2); // came on time, Tue 1: ships Thu 3
    expect(chanceShippedBy(eta, d('2026-12-07'))).toBeCloseTo(0.5);
    expect(chanceShippedBy(eta, d('2026-12-13'))).toBeCloseTo(0.8); // +6 came Mon 7 and shipped Wed 9
    expect(chanceShippedBy(eta, d('2026-12-14'))).toBeCloseTo(0.9);
    expect(chanceShippedBy(eta, d('2027-06-01'))).toBe(1);
  });

  it('tells the chance that the customer has it by a day: every day it may ship, and every time it may take', () => {
    const punctual = aContext({ slips: { acme: [0] } });
    const eta = estimated(aBackorder(), [aSupply()], punctual);
    // ships Thu 3 for certain, half take 4 days or less, nine in ten 6
    expect(dates(eta)).toEqual({ ships: ['2026-12-03', '2026-12-03'], arrives: ['2026-12-07', '2026-12-09'] });
    expect(chanceArrivedBy(eta, d('2026-12-06'))).toBe(0);
    expect(chanceArrivedBy(eta, d('2026-12-07'))).toBeCloseTo(0.5, 2);
    expect(chanceArrivedBy(eta, d('2026-12-09'))).toBeCloseTo(0.9, 2);
    // ships Thu 3 or Fri 4: both halves of transit from both days
    const either = estimated(aBackorder(), [aSupply()], aContext({ slips: { acme: [0, 1] } }));
    const within5 = 1 - 0.5 * Math.sqrt(0.2);
    expect(chanceArrivedBy(either, d('2026-12-08'))).toBeCloseTo((within5 + 0.5) / 2, 2);
  });

  it('takes into account how late the delivery already is', () => {
    const eta = estimated(aBackorder(), [aSupply()], aContext({ today: d('2026-12-03') }));
    // Left are +3, +5, +6, +9 and +16, a fifth each: likely +6, Mon 7 at the dock, Wed 9 with the carrier;
    // cautious +16, Thu 17 at the dock, Mon 21 with the carrier.
    expect(dates(eta).ships).toEqual(['2026-12-09', '2026-12-21']);
    expect(eta.supplierNote).toEqual({ kind: 'overdue', days: 2 });
  });

  it('waits at the dock over weekends and holidays', () => {
    const onChristmas = aContext({ today: d('2026-12-20'), slips: { acme: [24] } });
    // Fri 25 is Christmas: Mon 28 at the dock, Wed 30 with the carrier.
    expect(dates(estimated(aBackorder(), [aSupply()], onChristmas)).ships).toEqual(['2026-12-30', '2026-12-30']);
  });

  it("follows the warehouse's own calendar and pace", () => {
    const calendar = makeBusinessCalendar({
      holidays: 'none',
      ownDaysOff: [d('2026-12-03')],
      workdays: [1, 2, 3, 4, 5, 6],
    });
    const context = { ...aContext(), calendar, receivingDays: 2, packingDays: 0 };
    // Likely Thu 3, a day off: Fri 4 at the dock, two days on Mon 7. Cautious Thu 10 and two days: Sat 12.
    expect(dates(estimated(aBackorder(), [aSupply()], context)).ships).toEqual(['2026-12-07', '2026-12-12']);
    // the same calendar with another pace
    const slower = { ...context, packingDays: 1 };
    expect(dates(estimated(aBackorder(), [aSupply()], slower)).ships).toEqual(['2026-12-08', '2026-12-14']);
  });

  it('says when there was no promise to go by', () => {
    const eta = estimated(aBackorder(), [aSupply({ promisedOn: null })]);
    expect(eta.chain.purchaseOrders[0]).toMatchObject({ promisedOn: null });
    expect(eta.supplierNote).toEqual({ kind: 'no_promise' });
  });
});

describe('the estimate where suppliers deliver short', () => {
  const habits = (lines: Parameters<FillHabits['learn']>[1][]): FillHabits => {
    const fills = new FillHabits();
    for (const line of lines) fills.learn(acme, line);
    return fills;
  };
  const punctual = { ...aContext({ slips: { acme: [0] } }), transitDays: { likely: 0, cautious: 0 } };
  const whole = { orderedUnits: 10, firstUnits: 10, restAfterDays: null };

  it('counts with the part that comes at first, and with the rest when that comes', () => {
    const fills = habits([whole, { orderedUnits: 10, firstUnits: 6, restAfterDays: 14 }]);
    const inFirstPart = estimated(aBackorder(6), [aSupply()], { ...punctual, fills });
    expect(dates(inFirstPart).ships).toEqual(['2026-12-03', '2026-12-03']);
    const afterIt = estimated(aBackorder(1, 6), [aSupply()], { ...punctual, fills });
    // half of the time the rest, Tue 15 December at the dock
    expect(chanceShippedBy(afterIt, d('2026-12-03'))).toBeCloseTo(0.5, 9);
    expect(afterIt.shipsCautiousOn).toBe('2026-12-17');
  });

  it('counts what is cancelled as ordered anew', () => {
    const fills = habits([whole, { orderedUnits: 10, firstUnits: 0, restAfterDays: null }]);
    const eta = estimated(aBackorder(), [aSupply()], { ...punctual, fills });
    // 40 days from order to receipt: from Tue 1 December to Sun 10 January, Mon 11 at the dock
    expect(chanceShippedBy(eta, d('2027-01-12'))).toBeCloseTo(0.5, 9);
    expect(eta.shipsCautiousOn).toBe('2027-01-13');
  });

  it('expects the rest of a line of which part has come as long after that as rests usually come', () => {
    const fills = habits([{ orderedUnits: 10, firstUnits: 6, restAfterDays: 14 }]);
    const rest = aSupply({ open: 4, partReceivedOn: '2026-11-20', promisedOn: '2026-11-20' });
    const eta = estimated(aBackorder(), [rest], { ...punctual, fills });
    // Fri 20 November and 14 days: Fri 4 December at the dock
    expect(eta.shipsLikelyOn).toBe('2026-12-08');
    const promisedAnew = { ...rest, promisedOn: d('2026-12-10') };
    expect(estimated(aBackorder(), [promisedAnew], { ...punctual, fills }).shipsLikelyOn).toBe('2026-12-14');
  });

  it('knows that a rest may never come', () => {
    const fills = habits([{ orderedUnits: 10, firstUnits: 6, restAfterDays: null }]);
    const rest = aSupply({ open: 4, partReceivedOn: '2026-11-20', promisedOn: '2026-12-10' });
    // none of the short ones was ever completed: 40 days for a new order
    expect(estimated(aBackorder(), [rest], { ...punctual, fills }).shipsLikelyOn).toBe('2027-01-21');
  });
});

describe('the estimate for a line that needs two purchase orders', () => {
  const context = aContext({ slips: { acme: TEN_SLIPS, bolt: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4] } });
  const first = aSupply({ number: 1, open: 4 });
  const second = aSupply({ number: 2, open: 6, promisedOn: '2026-12-15', supplierId: bolt });

  it('waits for the later one', () => {
    const eta = estimated(aBackorder(5, 2), [second, first], context);
    expect(served(eta)).toEqual([
      ['PO-1', 2, 2],
      ['PO-2', 0, 3],
    ]);
    // By Tue 15 December: 0.9 that the second is there, times 0.9 that the first is. Thu 17 ships.
    expect(eta.shipsLikelyOn).toBe('2026-12-17');
    expect(chanceShippedBy(eta, d('2026-12-17'))).toBeCloseTo(0.81, 9);
    // The first is there by Thu 17 at the latest: 0.9, and ships Mon 21.
    expect(eta.shipsCautiousOn).toBe('2026-12-21');
    expect(eta.supplierNote).toEqual({ kind: 'on_time' });
    expect([...eta.chain.suppliers.keys()]).toEqual([acme, bolt]);
  });

  it('does not wait for the second when the first is enough', () => {
    const eta = estimated(aBackorder(2, 2), [second, first], context);
    expect(served(eta)).toEqual([['PO-1', 2, 2]]);
    expect(eta.shipsLikelyOn).toBe('2026-12-07');
  });

  it('leaves the first to those ahead when they need it all', () => {
    expect(served(estimated(aBackorder(6, 4), [first, second], context))).toEqual([
      ['PO-1', 4, 0],
      ['PO-2', 0, 6],
    ]);
  });

  it('counts on the second when it may overtake the first', () => {
    const alone = estimated(aBackorder(), [first], context);
    const soon = { ...second, firstPromisedOn: d('2026-12-04'), promisedOn: d('2026-12-04') };
    const both = estimated(aBackorder(), [first, soon], context);
    expect(both.chain.purchaseOrders.map((link) => link.poNumber)).toEqual(['PO-1']);
    expect(both.shipsLikelyOn).toBe(alone.shipsLikelyOn);
    expect(alone.shipsCautiousOn).toBe('2026-12-14');
    expect(both.shipsCautiousOn).toBe('2026-12-08'); // Fri 4 at the dock: one of the two is there with 0.6 + 0.4 × 0.9
  });

  it('counts first on the surer of two that are likely on the same day', () => {
    const surer = aContext({ slips: { acme: TEN_SLIPS, bolt: Array(20).fill(2) } });
    const both = [first, aSupply({ number: 2, supplierId: bolt })];
    expect(served(estimated(aBackorder(), both, surer))).toEqual([['PO-2', 0, 1]]);
  });

  it('puts purchase orders that come alike in order of their number', () => {
    const twin = { ...first, poLineId: second.poLineId, poNumber: second.poNumber };
    expect(served(estimated(aBackorder(5), [twin, first], context))).toEqual(
      served(estimated(aBackorder(5), [first, twin], context)),
    );
    expect(served(estimated(aBackorder(5), [twin, first], context))[0]).toEqual(['PO-1', 0, 4]);
  });
});

describe('no estimate', () => {
  it('is given when nothing is on order, with how much would be needed', () => {
    expect(estimateEta(aBackorder(2, 7), [], aContext())).toEqual({ kind: 'no_supply', missingUnits: 9 });
    expect(estimateEta(aBackorder(), [aSupply({ open: 0 })], aContext())).toEqual({
      kind: 'no_supply',
      missingUnits: 1,
    });
  });

  it('is given when what is on order does not reach the line', () => {
    expect(estimateEta(aBackorder(3, 8), [aSupply()], aContext())).toEqual({ kind: 'short_supply', missingUnits: 1 });
    expect(estimateEta(aBackorder(2, 8), [aSupply()], aContext()).kind).toBe('estimated');
  });

  it('is given when no supplier has delivered anything yet', () => {
    expect(estimateEta(aBackorder(), [aSupply()], aContext({ slips: {} }))).toEqual({ kind: 'no_record' });
  });

  it('is built on a purchase order for which there is no record to judge by, but on the others', () => {
    const unknown = aSupply({ number: 2, supplierId: bolt });
    expect(served(estimated(aBackorder(10), [unknown, aSupply()]))).toEqual([['PO-1', 0, 10]]);
    expect(estimateEta(aBackorder(11), [unknown, aSupply()], aContext())).toEqual({ kind: 'no_record' });
  });

  it('is asked for a line that waits for nothing', () => {
    expect(() => estimateEta(aBackorder(0), [aSupply()], aContext())).toThrow('1042-1 waits for no units');
  });
});
