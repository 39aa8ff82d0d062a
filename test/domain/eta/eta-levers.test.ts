import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../src/domain/eta/day-distribution.js';
import { dayBy, etaLevers, ifOrderedToday, momentsFrom } from '../../../src/domain/eta/eta-levers.js';
import { epochDay, localDate } from '../../../src/domain/kernel/dates.js';
import { LocationId, SupplierId } from '../../../src/domain/kernel/ids.js';
import { aBackorder, aContext, aSupply, estimated } from './eta-fixtures.js';

/** Always on its promised day: dates can be counted. */
const context = aContext({ slips: { acme: [0] } });

describe('what would change an estimate', () => {
  it('tells the dates of being served first, of express, and without the delivery that completes it', () => {
    const soon = aSupply({ number: 1, promisedOn: '2026-12-01', open: 5 });
    const late = aSupply({ number: 2, promisedOn: '2026-12-15', open: 5 });
    const backorder = aBackorder(1, 5);
    const eta = estimated(backorder, [soon, late], context);
    const express = { likely: 2, cautious: 3 };
    expect(etaLevers(backorder, [soon, late], context, { eta, express })).toEqual([
      { kind: 'served_first', ships: { likelyOn: '2026-12-03', cautiousOn: '2026-12-03' } },
      { kind: 'sent_express', arrives: { likelyOn: '2026-12-19', cautiousOn: '2026-12-20' } },
      { kind: 'without_order', poLineId: 'PO-2-1', ships: null },
    ]);
  });

  it('leaves out what changes nothing: first in line already, express already', () => {
    const only = aSupply({ number: 1, promisedOn: '2026-12-01', open: 5 });
    const backorder = aBackorder(1, 0);
    const eta = estimated(backorder, [only], context);
    expect(etaLevers(backorder, [only], context, { eta, express: null }).map(({ kind }) => kind)).toEqual([
      'without_order',
    ]);
  });

  it('counts an order of today by its supplier’s lead time: 40 days, then two in the warehouse', () => {
    const order = { units: 1, supplierId: SupplierId.parse('acme'), locationId: LocationId.parse('oakland') };
    expect(ifOrderedToday(aBackorder(), [], context, order)).toEqual({
      likelyOn: '2027-01-06',
      cautiousOn: '2027-01-06',
    });
    expect(ifOrderedToday(aBackorder(), [], aContext({ slips: {} }), order)).toBeNull();
  });
});

describe('a distribution of days', () => {
  const today = localDate('2026-11-23');
  const days = distributionOf(
    new Map([
      [epochDay(today) + 2, 0.5],
      [epochDay(today) + 4, 0.5],
    ]),
  );

  it('has its mean and variance, counted from today', () => {
    expect(momentsFrom(days, today)).toEqual({ mean: 3, variance: 1 });
  });

  it('tells the day by which a chance is reached', () => {
    expect([dayBy(days, 0.1), dayBy(days, 0.5), dayBy(days, 0.9)]).toEqual(['2026-11-25', '2026-11-25', '2026-11-27']);
  });
});
