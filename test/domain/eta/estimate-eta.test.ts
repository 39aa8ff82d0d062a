import { describe, expect, it } from 'vitest';
import { chanceShippedBy, type EstimatedEta, estimateEta } from '../../../src/domain/eta/estimate-eta.js';
import { makeBusinessCalendar } from '../../../src/domain/kernel/business-calendar.js';
import { d } from '../arbitraries.js';
import { aBackorder, aContext, aSupply, bolt, dates, estimated, NINE_SLIPS } from './eta-fixtures.js';

const served = (eta: EstimatedEta) => eta.chain.map((l) => [l.poNumber, l.unitsForOthers, l.unitsForThisLine]);

describe('the estimate for a line covered by one purchase order', () => {
  it('is promise, slip, receiving, packing and transit', () => {
    const eta = estimated(aBackorder(2, 3), [aSupply()]);
    // Promised Tue 1 December. Likely +2: Thu 3 at the dock, Fri 4 on the shelf, Mon 7 with the carrier, +4 on the road.
    // Cautious +9: Thu 10 at the dock, Fri 11 on the shelf, Mon 14 with the carrier, +6.
    expect(dates(eta)).toEqual({ ships: ['2026-12-07', '2026-12-14'], arrives: ['2026-12-11', '2026-12-20'] });
    expect(eta.chain).toEqual([
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
    expect(eta.supplierNote).toEqual({ kind: 'supplier_usually_late', days: 2 });
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

  it('takes into account how late the delivery already is', () => {
    const eta = estimated(aBackorder(), [aSupply()], aContext({ today: d('2026-12-03') }));
    // Left are +3, +5, +6, +9 and the tail, a fifth each: likely +6, Mon 7 at the dock, Wed 9 with the carrier;
    // cautious half way into the tail, Tue 15 at the dock, Thu 17 with the carrier.
    expect(dates(eta)).toEqual({ ships: ['2026-12-09', '2026-12-17'], arrives: ['2026-12-13', '2026-12-23'] });
    expect(eta.supplierNote).toEqual({ kind: 'overdue', days: 2 });
  });

  it('goes on when the delivery is later than any on record, over weekends and holidays', () => {
    const eta = estimated(aBackorder(), [aSupply()], aContext({ today: d('2026-12-20') }));
    // Likely five days on is Christmas, a Friday: Mon 28 at the dock, Wed 30 with the carrier.
    // Cautious 17 days on: Wed 6 January at the dock, Fri 8 with the carrier.
    expect(dates(eta)).toEqual({ ships: ['2026-12-30', '2027-01-08'], arrives: ['2027-01-03', '2027-01-14'] });
    expect(eta.supplierNote).toEqual({ kind: 'overdue', days: 19 });
  });

  it("follows the warehouse's own calendar and pace", () => {
    const calendar = makeBusinessCalendar({
      holidays: 'none',
      ownDaysOff: [d('2026-12-03')],
      workdays: [1, 2, 3, 4, 5, 6],
    });
    const context = {
      ...aContext(),
      calendar,
      receivingDays: 2,
      packingDays: 0,
      transitDays: { likely: 0, cautious: 3 },
    };
    // Likely Thu 3, a day off: Fri 4 at the dock, two days on Mon 7. Cautious Thu 10 and two days: Sat 12.
    expect(dates(estimated(aBackorder(), [aSupply()], context))).toEqual({
      ships: ['2026-12-07', '2026-12-12'],
      arrives: ['2026-12-07', '2026-12-15'],
    });
  });

  it('never arrives cautiously before it arrives likely, even if the carrier is set up that way', () => {
    const punctual = aContext({ slips: { acme: Array(20).fill(0) } });
    const eta = estimated(aBackorder(), [aSupply()], { ...punctual, transitDays: { likely: 5, cautious: 2 } });
    // 20 of 21 come on the day, Tue 1: likely and cautious both ship Thu 3.
    expect(dates(eta)).toEqual({ ships: ['2026-12-03', '2026-12-03'], arrives: ['2026-12-08', '2026-12-08'] });
  });

  it('says when there was no promise to go by', () => {
    const context = aContext({ leads: { acme: [40, 41, 42, 43, 44, 45, 46, 47, 48] } });
    const eta = estimated(aBackorder(), [aSupply({ promisedOn: null })], context);
    // Ordered 20 October, 44 days: Thu 3 December at the dock. 48 days: Mon 7.
    expect(eta.chain[0]).toMatchObject({
      promisedOn: null,
      receiptLikelyOn: '2026-12-03',
      receiptCautiousOn: '2026-12-07',
    });
    expect(dates(eta).ships).toEqual(['2026-12-07', '2026-12-09']);
    expect(eta.supplierNote).toEqual({ kind: 'no_promise' });
  });
});

describe('the estimate for a line that needs two purchase orders', () => {
  // Bolt is always on time: nine receipts, none late.
  const context = aContext({ slips: { acme: NINE_SLIPS, bolt: Array(9).fill(0) }, allSlips: NINE_SLIPS });
  const first = aSupply({ number: 1, open: 4 });
  const second = aSupply({ number: 2, open: 6, promisedOn: '2026-12-15', supplierId: bolt });

  it('waits for the later one', () => {
    const eta = estimated(aBackorder(5, 2), [second, first], context);
    expect(served(eta)).toEqual([
      ['PO-1', 2, 2],
      ['PO-2', 0, 3],
    ]);
    // Tue 15 December at the dock: 0.9 that the second is there by then, times nearly all of the first. Thu 17 ships.
    expect(eta.shipsLikelyOn).toBe('2026-12-17');
    // Both are there by Wed 16 with 0.9133 × 0.9576 = 0.8746: the second 1 − 0.1 × e^(−1/7), the first 1 − 0.1 × e^(−6/7);
    // by Thu 17 with 0.9249 × 0.9632 = 0.8908, by Fri 18 with 0.9349 × 0.9681 = 0.9050. That ships Tue 22.
    expect(eta.shipsCautiousOn).toBe('2026-12-22');
    expect(chanceShippedBy(eta, d('2026-12-21'))).toBeCloseTo(0.8908, 4);
    expect(chanceShippedBy(eta, d('2026-12-22'))).toBeCloseTo(0.905, 4);
    expect(eta.supplierNote).toEqual({ kind: 'on_time' });
  });

  it('does not wait for the second when the first is enough', () => {
    const eta = estimated(aBackorder(2, 2), [second, first], context);
    expect(served(eta)).toEqual([['PO-1', 2, 2]]);
    expect(eta.shipsLikelyOn).toBe('2026-12-07');
    expect(eta.supplierNote).toEqual({ kind: 'supplier_usually_late', days: 2 });
  });

  it('leaves the first to those ahead when they need it all', () => {
    expect(served(estimated(aBackorder(6, 4), [first, second], context))).toEqual([
      ['PO-1', 4, 0],
      ['PO-2', 0, 6],
    ]);
  });

  it('counts on the second when it may overtake the first', () => {
    const alone = estimated(aBackorder(), [first], context);
    const soon = { ...second, promisedOn: d('2026-12-04') };
    const both = estimated(aBackorder(), [first, soon], context);
    expect(both.chain.map((link) => link.poNumber)).toEqual(['PO-1']);
    expect(both.shipsLikelyOn).toBe(alone.shipsLikelyOn);
    expect(alone.shipsCautiousOn).toBe('2026-12-14');
    expect(both.shipsCautiousOn).toBe('2026-12-08'); // Fri 4 at the dock: one of the two is there with 0.6 + 0.4 × 0.9
  });

  it('counts first on the surer of two that are likely on the same day', () => {
    const surer = aContext({ slips: { acme: NINE_SLIPS, bolt: Array(20).fill(2) }, allSlips: NINE_SLIPS });
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
  it('is given when nothing is on order', () => {
    expect(estimateEta(aBackorder(), [], aContext())).toEqual({ kind: 'no_supply' });
    expect(estimateEta(aBackorder(), [aSupply({ open: 0 })], aContext())).toEqual({ kind: 'no_supply' });
  });

  it('is given when what is on order does not reach the line', () => {
    expect(estimateEta(aBackorder(3, 8), [aSupply()], aContext())).toEqual({ kind: 'short_supply', missingUnits: 1 });
    expect(estimateEta(aBackorder(2, 8), [aSupply()], aContext()).kind).toBe('estimated');
  });

  it('is given when no supplier has delivered anything yet', () => {
    expect(estimateEta(aBackorder(), [aSupply()], aContext({ slips: {} }))).toEqual({ kind: 'no_record' });
  });

  it('is built on a purchase order for which there is no record to judge by, but on the others', () => {
    const unpromised = aSupply({ number: 2, promisedOn: null });
    expect(served(estimated(aBackorder(10), [unpromised, aSupply()]))).toEqual([['PO-1', 0, 10]]);
    expect(estimateEta(aBackorder(11), [unpromised, aSupply()], aContext())).toEqual({ kind: 'no_record' });
  });

  it('is asked for a line that waits for nothing', () => {
    expect(() => estimateEta(aBackorder(0), [aSupply()], aContext())).toThrow('1042-1 waits for no units');
  });
});
